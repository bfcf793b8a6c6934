import {html} from 'htm/preact';
import {address, both, count, stepFor, term, useAnswer} from '../base.js';
import {Answered, Balance, Card, EventList, Export, FilterBar, Party, signed, StatementList, useTitle} from '../parts.js';
import {Network, Series} from '../charts.js';

/** Parties by name, or one of them. */
export const Actors = ({parameters}) => parameters.name
  ? html`<${Actor} key=${parameters.name} parameters=${parameters}/>` : html`<${List} parameters=${parameters}/>`;

function List({parameters}) {
  useTitle('Actors');
  const {filter = '', all = ''} = parameters;
  const actors = useAnswer(address('/api/actors', {filter, all, limit: 100}));
  const relations = useAnswer(address('/api/relations', {filter, all, limit: 60}));
  return html`<h1>Actors</h1><${FilterBar} path="/actors" parameters=${parameters}/>
    <div class="grid">
      <${Card} width="w7" title="Parties in most events" extra=${html`<${Export} path="/api/actors" parameters=${{filter, all}} name="actors"/>`}><div class="scroll">
        <${Answered} answer=${actors}>${({items}) => html`<table class="data"><thead><tr><th>Party</th><th class="num">Events</th><th class="num">as actor</th><th>Cooperation, conflict</th><th class="num">Goldstein</th></tr></thead>
          <tbody>${items.map(row => html`<tr key=${row.name + row.country}><td><${Party} name=${row.name} country=${row.country} sectors=${row.sector}/></td><td class="num">${count(row.events)}</td>
            <td class="num">${count(row.acts)}</td><td><${Balance} row=${row}/></td><td class="num">${signed(row.goldstein)}</td></tr>`)}</tbody></table>`}<//></div><//>
      <${Card} width="w5" title="Who does what to whom" extra=${html`<${Export} path="/api/relations" parameters=${{filter, all}} name="relations"/>`}>
        <${Answered} answer=${relations}>${({items}) => html`<${Network} relations=${items}/>`}<//><//>
    </div>`;
}

function Actor({parameters}) {
  const {name} = parameters;
  useTitle(name);
  const filter = both(term('party', name), parameters.filter);
  const actors = useAnswer(address('/api/actors', {filter, limit: 200}));
  const own = (actors.value?.items || []).filter(row => row.name === name);
  const dates = own.flatMap(row => [row.first, row.last]).filter(Boolean).sort();
  const step = parameters.by || stepFor(dates[0], dates[dates.length - 1]);
  const series = useAnswer(actors.value && address('/api/series', {by: step, filter}));
  const relations = useAnswer(address('/api/relations', {filter, limit: 40}));
  const roles = useAnswer(address('/api/roles', {name, filter: parameters.filter, limit: 60}));
  const events = useAnswer(address('/api/events', {filter, limit: 12}));
  const statements = useAnswer(address('/api/statements', {filter: term('speaker', name), limit: 12}));
  return html`<h1>${name}</h1>
    <div class="line">${own.map(row => html`<span><span class="code">${[row.country, row.sector].filter(Boolean).join(' ') || 'not coded'}</span> <span class="faint">${count(row.events)} events, ${count(row.acts)} as actor</span></span>`)}</div>
    <div class="grid">
      <${Card} width="w6" title="Events by ${step}" extra=${html`<${Export} path="/api/series" parameters=${{by: step, filter}} name="series"/>`}>
        ${series.value ? html`<${Series} items=${series.value.items} step=${step}/>` : html`<div class="waiting">…</div>`}<//>
      <${Card} width="w6" title="Relations" extra=${html`<${Export} path="/api/relations" parameters=${{filter}} name="relations"/>`}>
        <${Answered} answer=${relations}>${({items}) => html`<${Network} relations=${items} centre=${name}/>
          <details class="small"><summary class="faint">As a table</summary><table class="data"><tbody>${items.map(row => html`<tr><td>${row.actor} → ${row.recipient}</td><td class="num">${count(row.events)}</td><td><${Balance} row=${row}/></td></tr>`)}</tbody></table></details>`}<//><//>
      <${Card} width="w12" title="Roles over time" extra=${html`<${Export} path="/api/roles" parameters=${{name, filter: parameters.filter}} name="roles"/>`}>
        <${Answered} answer=${roles}>${({items}) => html`<${Roles} roles=${items}/>`}<//><//>
      <${Card} width="w6" title="Events" extra=${html`<span class="small dots"><a href=${address('/events', {filter})}>all</a> <${Export} path="/api/events" parameters=${{filter}} name="events"/></span>`}><${Answered} answer=${events}>${({items}) => html`<${EventList} events=${items}/>`}<//><//>
      <${Card} width="w6" title="Statements" extra=${html`<span class="small dots"><a href=${address('/statements', {filter: term('speaker', name)})}>all</a> <${Export} path="/api/statements" parameters=${{filter: term('speaker', name)}} name="statements"/></span>`}><${Answered} answer=${statements}>${({items}) => html`<${StatementList} statements=${items}/>`}<//><//>
    </div>`;
}

/** The roles in which a party is shown, each from its first to its last day on a common line of time. */
function Roles({roles}) {
  if (!roles.length) return html`<p class="faint">No report tells a role.</p>`;
  const days = roles.flatMap(role => [role.first, role.last]).filter(Boolean).map(day => new Date(day).getTime());
  const first = Math.min(...days);
  const span = Math.max(...days) - first || 1;
  const at = day => 100 * (new Date(day).getTime() - first) / span;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Roles over time"><table class="data wide"><thead><tr><th>Role</th><th>Coded</th><th>From – to</th><th aria-hidden="true"></th><th class="num">Reports</th><th class="num">Publishers</th></tr></thead>
    <tbody>${roles.map(role => html`<tr><td>${role.role}</td><td><span class="code">${[role.country, role.sector].filter(Boolean).join(' ')}</span></td>
      <td class="date">${role.first ? (role.first === role.last ? role.first : `${role.first} – ${role.last}`) : 'no day'}</td>
      <td class="line-of-time">${role.first && html`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="1" y="4.5" fill="var(--line)"/><rect x=${Math.min(at(role.first), 98)} width=${Math.max(2, at(role.last) - at(role.first))} y="1" height="8" rx="1" fill="var(--accent)"/></svg>`}</td>
      <td class="num">${count(role.reports)}</td><td class="num">${count(role.sources)}</td></tr>`)}</tbody></table></div>`;
}
