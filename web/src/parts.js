// The pieces that views are made of.
import {html} from 'htm/preact';
import {useEffect, useRef, useState} from 'preact/hooks';
import {address, count, go, has, pathTo, plural, QUADS, term, toggled, useAnswer, webAddress} from './base.js';

export function Answered({answer, children}) {
  if (answer.problem) return html`<div class="problem" role="alert">${answer.problem.message}</div>`;
  if (!answer.value) return html`<div class="waiting" role="status">Asking the archive…</div>`;
  return children(answer.value);
}

export const Card = ({title, extra, width = '', children}) => html`
  <section class="card ${width}">${title && html`<header><h2>${title}</h2>${extra}</header>`}${children}</section>`;

/** Country and first sector of a party, as researchers write them. */
const code = (country, sectors) => [country, Array.isArray(sectors) ? sectors[0] : sectors].filter(Boolean).join(' ');

export function Party({name, country, sectors, unknown = ''}) {
  const codes = code(country, sectors);
  if (!name && !codes) return unknown && html`<span class="faint">${unknown}</span>`;
  return html`<span class="who">${name
    ? html`<a href=${address('/actors', {name})}>${name}</a>` : 'unnamed'}${codes && html` <span class="code">${codes}</span>`}</span>`;
}

export const Type = ({event, href}) => {
  const name = event.type + (event.mode ? ` / ${event.mode}` : '');
  const title = `${QUADS[event.quad]}; CAMEO ${event.cameo}, Goldstein ${event.goldstein}`;
  return href
    ? html`<a class="type q${event.quad}" href=${href} title=${title}>${name}</a>`
    : html`<span class="type q${event.quad}" title=${title}>${name}</span>`;
};

/** A sentence with the words that name the act marked; start counts code points. */
export function Words({sentence, trigger, start}) {
  const all = Array.from(sentence || '');
  const size = Array.from(trigger || '').length;
  return html`<p class="words">${all.slice(0, start).join('')}<mark>${all.slice(start, start + size).join('')}</mark>${all.slice(start + size).join('')}</p>`;
}

const Where = ({record}) => record.place && html`<span class="meta">${record.place}${record.place_country ? `, ${record.place_country}` : ''}</span>`;

const Modality = ({record}) => [].concat(record.modality || [])
  .filter(what => what !== 'actual').map(what => html`<span class="tag">${what}</span>`);

export function EventRow({event}) {
  const sources = (event.sources || []).join(', ');
  return html`<li>
    <div class="line">
      <span class="date">${event.date || 'no day'}</span>
      <${Type} event=${event} href=${pathTo('events', event.id)}/>
      <${Party} name=${event.actor} country=${event.actor_country} sectors=${event.actor_sectors} unknown="unknown actor"/>
      ${(event.recipient || event.recipient_country) && html`<span class="arrow">→</span>`}
      <${Party} name=${event.recipient} country=${event.recipient_country} sectors=${event.recipient_sectors}/>
      <${Where} record=${event}/><${Modality} record=${event}/>
    </div>
    <${Words} sentence=${event.sentence} trigger=${event.trigger} start=${event.trigger_start}/>
    <div class="meta">
      ${event.articles > 1 && html`<span>${plural(event.articles, 'article')}</span>`}
      ${sources && html`<span>${sources}</span>`}<span>${event.title || event.url}</span>
    </div></li>`;
}

export const EventList = ({events}) => events.length
  ? html`<ol class="records">${events.map(event => html`<${EventRow} key=${event.id} event=${event}/>`)}</ol>`
  : html`<p class="faint">No events.</p>`;

export function StatementRow({statement}) {
  const notes = [statement.kind !== 'speech' && statement.kind, statement.directness === 'direct' && 'direct',
    statement.polarity !== 'affirmed' && statement.polarity, statement.modality !== 'actual' && statement.modality].filter(Boolean);
  return html`<li>
    <div class="line">
      <span class="date">${statement.date || 'no day'}</span>
      <${Party} name=${statement.speaker} country=${statement.country} sectors=${statement.sectors} unknown="unnamed speaker"/>
      <span class="faint">${statement.cue}</span>
      ${statement.addressee && html`<span class="faint">to</span> <${Party} name=${statement.addressee} country=${statement.addressee_country} sectors=${statement.addressee_sectors}/>`}
      ${notes.map(note => html`<span class="tag">${note}</span>`)}
    </div>
    <p class="words quoted">${statement.content}</p>
    <div class="meta"><a href=${address(pathTo('articles', statement.article), {statement: statement.id})}>${statement.title || statement.url}</a>
      ${statement.publisher && html`<span>${statement.publisher}</span>`}</div></li>`;
}

export const StatementList = ({statements}) => statements.length
  ? html`<ol class="records">${statements.map(statement => html`<${StatementRow} key=${statement.id} statement=${statement}/>`)}</ol>`
  : html`<p class="faint">No statements.</p>`;

/** Conflict and cooperation side by side, as shares of the events. */
export function Balance({row}) {
  const all = row.cooperation + row.conflict || 1;
  return html`<svg class="balance" viewBox="0 0 100 10" preserveAspectRatio="none" role="img"
      aria-label="${row.cooperation} cooperative, ${row.conflict} conflictual">
    <rect width=${100 * row.cooperation / all} height="10" fill="var(--q1)"/>
    <rect x=${100 * row.cooperation / all} width=${100 * row.conflict / all} height="10" fill="var(--q4)"/></svg>`;
}

export const dyadPath = row => pathTo('dyads', row.actor, row.recipient);

export const DyadTable = ({dyads}) => dyads.length ? html`<table class="data">
  <thead><tr><th>Who → whom</th><th class="num">Events</th><th>Cooperation, conflict</th><th class="num">Goldstein</th></tr></thead>
  <tbody>${dyads.map(row => html`<tr><td><a href=${dyadPath(row)}>${row.actor} → ${row.recipient}</a></td><td class="num">${count(row.events)}</td>
    <td><${Balance} row=${row}/></td><td class="num">${signed(row.goldstein)}</td></tr>`)}</tbody></table>` : html`<p class="faint">No pairs of countries.</p>`;

export const signed = number => number === null || number === undefined ? '' : (number > 0 ? '+' : number < 0 ? '−' : '') + Math.abs(number).toFixed(1);

/** The filter as text; "/" goes there. */
export function FilterBar({path, parameters, placeholder = 'type:ASSAULT country:SYR date:2014-06.. "car bomb"'}) {
  const {filter = '', all = ''} = parameters;
  const [text, set] = useState(filter);
  const field = useRef();
  useEffect(() => set(filter), [filter]);
  useEffect(() => {
    const slash = event => {
      if (event.key === '/' && !/^(input|textarea|select)$/i.test(event.target.tagName) && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        field.current?.focus();
      }
    };
    addEventListener('keydown', slash);
    return () => removeEventListener('keydown', slash);
  }, []);
  const submit = event => { event.preventDefault(); go(address(path, {...parameters, offset: '', filter: text.trim()})); };
  return html`<form class="filter" role="search" onSubmit=${submit}>
    <input ref=${field} type="search" aria-label="Filter (press / to come here)" placeholder=${placeholder} value=${text}
      onInput=${event => set(event.target.value)} spellcheck="false" autocapitalize="off" autocomplete="off"/>
    <button class="button main">Show</button>
    ${filter && html`<button type="button" class="button" onClick=${() => go(address(path, {...parameters, filter: '', offset: ''}))}>Clear</button>`}
    <label title="Also what is negated or hypothetical"><input type="checkbox" checked=${all === 'true'}
      onChange=${event => go(address(path, {...parameters, offset: '', all: event.target.checked ? 'true' : ''}))}/> with denied and possible</label>
  </form>`;
}

const TITLES = {'type': 'Type', 'quad': 'Quad class', 'actor.country': 'Actor’s country', 'recipient.country': 'Recipient’s country', 'in': 'Where',
  'date': 'Year', 'source': 'Publisher', 'context': 'Context', 'speaker': 'Speaker', 'country': 'Country', 'kind': 'Kind', 'directness': 'Whose words', 'medium': 'Medium'};

/** How the records divide; a click adds a condition to the filter or takes it away. */
export function Facets({of, order, path, parameters}) {
  const {filter = '', all = ''} = parameters;
  const answer = useAnswer(address('/api/facets', {of, filter, all, limit: 8}));
  const [open, setOpen] = useState(() => matchMedia('(min-width: 46rem)').matches);
  return html`<details class="card" open=${open} onToggle=${event => setOpen(event.target.open)}><summary><strong>Divide by</strong></summary>
    <${Answered} answer=${answer}>${({items}) => html`<div class="facets">${order.map(field => {
      const values = items.filter(item => item.field === field);
      return values.length > 0 && html`<div key=${field}><h3>${TITLES[field]}</h3><ul>${values.map(({value, records}) => {
        const part = term(field, value);
        return html`<li key=${value}><button type="button" aria-pressed=${has(filter, part)}
          onClick=${() => go(address(path, {...parameters, offset: '', filter: toggled(filter, part)}))}>
          <span title=${value}>${field === 'quad' ? QUADS[value] : value}</span><span>${count(records)}</span></button></li>`;
      })}</ul></div>`;
    })}</div>`}<//></details>`;
}

/** Earlier and later pages of a list. */
export function Pager({page, path, parameters}) {
  const {offset, limit, total, items} = page;
  if (total <= limit && !offset) return null;
  const at = to => address(path, {...parameters, offset: to || ''});
  return html`<nav class="pager" aria-label="Pages">
    ${offset > 0 && html`<a class="button" rel="prev" href=${at(Math.max(0, offset - limit))}>← Back</a>`}
    <span class="faint">${count(offset + 1)} to ${count(offset + items.length)} of ${count(total)}</span>
    ${offset + items.length < total && html`<a class="button" rel="next" href=${at(offset + limit)}>On →</a>`}</nav>`;
}

/** What is on screen, to take along. */
export const Export = ({path, parameters, name}) => html`<span class="small dots">
  <a href=${address(path, {...parameters, format: 'csv', limit: 20000, offset: ''})} download="${name}.csv">CSV</a> <a
    href=${address(path, {...parameters, limit: 1000, offset: ''})} download="${name}.json">JSON</a></span>`;

/** A link to where an article was, if that is on the web. */
export const Outside = ({url}) => webAddress(url)
  ? html`<a href=${webAddress(url)} rel="noreferrer noopener" target="_blank">${url}</a>` : html`<span>${url}</span>`;

export function useTitle(title) {
  useEffect(() => { document.title = title ? `${title} · Dragoman` : 'Dragoman'; }, [title]);
}
