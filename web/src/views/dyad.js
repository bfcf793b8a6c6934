import {html} from 'htm/preact';
import {useMemo} from 'preact/hooks';
import {address, both, count, pathTo, stepFor, useAnswer} from '../base.js';
import {Answered, Balance, Card, EventList, Export, Pager, signed, useTitle} from '../parts.js';
import {Directions, Series} from '../charts.js';

/** What two countries do to each other, in both directions. */
export function Dyad({actor = '', recipient = '', parameters}) {
  useTitle(`${actor} and ${recipient}`);
  const there = `dyad:${actor}>${recipient}`;
  const back = `dyad:${recipient}>${actor}`;
  const either = actor === recipient ? there : `${there} or ${back}`;
  const filter = both(either, parameters.filter);
  const path = pathTo('dyads', actor, recipient);
  const pairs = useAnswer(address('/api/dyads', {filter}));
  const range = pairs.value?.items.reduce(([first, last], row) => [first && first < row.first ? first : row.first || first, last > row.last ? last : row.last || last], ['', '']) || ['', ''];
  const step = parameters.by || stepFor(...range);
  const ready = pairs.value;
  const all = useAnswer(ready && address('/api/series', {by: step, filter}));
  const one = useAnswer(ready && address('/api/series', {by: step, filter: there}));
  const other = useAnswer(ready && address('/api/series', {by: step, filter: back}));
  const events = useAnswer(address('/api/events', {filter, offset: parameters.offset, limit: 20}));
  const directions = useMemo(() => one.value && other.value && [
    {name: `${actor} → ${recipient}`, items: one.value.items}, {name: `${recipient} → ${actor}`, items: other.value.items}].slice(0, actor === recipient ? 1 : 2), [one.value, other.value]);
  return html`<h1>${actor} and ${recipient}</h1>
    <div class="grid">
      <${Card} width="w4" title="Balance"><${Answered} answer=${pairs}>${({items}) => items.length ? html`<table class="data">
        <thead><tr><th>Direction</th><th class="num">Events</th><th>Cooperation, conflict</th><th class="num">Goldstein</th></tr></thead>
        <tbody>${items.map(row => html`<tr><td>${row.actor} → ${row.recipient}</td><td class="num">${count(row.events)}</td><td><${Balance} row=${row}/></td><td class="num">${signed(row.goldstein)}</td></tr>`)}</tbody></table>` : html`<p class="faint">Nothing between them.</p>`}<//><//>
      <${Card} width="w8" title="Mean Goldstein score by ${step}" extra=${html`<span class="small faint">${actor} → ${recipient} solid${actor === recipient ? '' : `, ${recipient} → ${actor} dashed`}</span>`}>
        ${directions ? html`<${Directions} series=${directions} step=${step}/>` : html`<div class="waiting">…</div>`}<//>
      <${Card} width="w12" title="Events by ${step}" extra=${html`<${Export} path="/api/series" parameters=${{by: step, filter}} name="${actor}-${recipient}-by-${step}"/>`}>
        ${all.value ? html`<${Series} items=${all.value.items} step=${step}/>` : html`<div class="waiting">…</div>`}<//>
      <${Card} width="w12" title="Events" extra=${html`<span class="small dots"><a href=${address('/events', {filter})}>explore</a> <${Export} path="/api/events" parameters=${{filter}} name="${actor}-${recipient}"/></span>`}>
        <${Answered} answer=${events}>${page => html`<${EventList} events=${page.items}/><${Pager} page=${page} path=${path} parameters=${parameters}/>`}<//><//>
    </div>`;
}
