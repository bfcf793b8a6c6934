import {html} from 'htm/preact';
import {address, count, pathTo, plural, QUADS, useAnswer} from '../base.js';
import {Answered, Card, EventList, Export, Facets, FilterBar, Outside, Pager, Party, signed, Type, useTitle, Words} from '../parts.js';

const FACETS = ['quad', 'type', 'date', 'actor.country', 'recipient.country', 'in', 'context', 'source'];

/** Events by filter. */
export function Events({parameters}) {
  useTitle('Events');
  const {filter = '', all = '', offset = ''} = parameters;
  const answer = useAnswer(address('/api/events', {filter, all, offset, limit: 30}));
  return html`<h1>Events</h1>
    <${FilterBar} path="/events" parameters=${parameters}/>
    <div class="split">
      <${Facets} of="events" order=${FACETS} path="/events" parameters=${parameters}/>
      <${Answered} answer=${answer}>${page => html`<${Card} title=${plural(page.total, 'event')}
          extra=${html`<span class="small dots"><a href=${address('/', {filter, all})}>chart and map</a> <${Export} path="/api/events" parameters=${{filter, all}} name="events"/></span>`}>
        <${EventList} events=${page.items}/><${Pager} page=${page} path="/events" parameters=${parameters}/><//>`}<//>
    </div>`;
}

/** One real event: who tells it, in which words, where they agree and where not. */
export function OneEvent({id}) {
  const answer = useAnswer(pathTo('api', 'events', id));
  return html`<${Answered} answer=${answer}>${({event, reports}) => html`<${Told} event=${event} reports=${reports}/>`}<//>`;
}

function Told({event, reports}) {
  const title = `${event.type}: ${event.actor || event.actor_country || 'unknown'}${event.recipient ? ` → ${event.recipient}` : ''}`;
  useTitle(title);
  const differing = [['Days', event.dates], ['Places', event.places], ['Modes', event.modes], ['CAMEO codes', event.cameos]].filter(([, values]) => values?.length > 1);
  const dyad = event.actor_country && event.recipient_country;
  return html`
    <div class="line"><${Type} event=${event}/><span class="date">${event.date || 'no day known'}</span></div>
    <h1><${Party} name=${event.actor} country=${event.actor_country} sectors=${event.actor_sectors} unknown="Unknown actor"/>
      ${(event.recipient || event.recipient_country) && ' → '}<${Party} name=${event.recipient} country=${event.recipient_country} sectors=${event.recipient_sectors}/></h1>
    <div class="grid">
      <${Card} width="w4" title="The event"><dl class="facts">
        <dt>Class</dt><dd>${QUADS[event.quad]}</dd>
        <dt>CAMEO</dt><dd>${event.cameo}, Goldstein ${signed(event.goldstein)}, PLOVER score ${signed(event.score)}</dd>
        ${event.contexts?.length > 0 && html`<dt>Context</dt><dd>${event.contexts.join(', ')}</dd>`}
        ${event.place && html`<dt>Where</dt><dd>${[event.place, event.admin, event.place_country].filter(Boolean).join(', ')}</dd>`}
        ${event.actor_role && html`<dt>Actor’s role</dt><dd>${event.actor_role}</dd>`}
        ${event.recipient_role && html`<dt>Recipient’s role</dt><dd>${event.recipient_role}</dd>`}
        ${event.modality?.length > 0 && html`<dt>Modality</dt><dd>${event.modality.join(', ')}</dd>`}
        <dt>Told by</dt><dd>${plural(event.articles, 'article')}${event.copies !== event.articles ? `, ${count(event.copies)} without copies` : ''}; ${(event.sources || []).join(', ') || 'publisher unknown'}</dd>
        ${event.first_report && html`<dt>Published</dt><dd>${event.first_report}${event.last_report !== event.first_report ? ` to ${event.last_report}` : ''}</dd>`}
        ${event.reports > 1 && html`<dt>Agreement</dt><dd>${Math.round(100 * event.agreement)} % on day, place, mode and code</dd>`}
        <dt>Confidence</dt><dd>${event.confidence}</dd>
        ${dyad && html`<dt>Pair</dt><dd><a href=${pathTo('dyads', event.actor_country, event.recipient_country)}>${event.actor_country} → ${event.recipient_country}</a></dd>`}
      </dl>
      ${differing.length > 0 && html`<h3>Where reports differ</h3><dl class="facts">${differing.map(([name, values]) => html`<dt>${name}</dt><dd>${values.join(', ')}</dd>`)}</dl>`}<//>
      ${reports.length > 1 && html`<${Card} width="w8" title="Who tells what" extra=${html`<span class="small faint">what differs from the event as it is shown is red</span>`}><${Telling} event=${event} reports=${reports}/><//>`}
      <${Card} width=${reports.length > 1 ? 'w12' : 'w8'} title=${plural(reports.length, 'report')} extra=${html`<${Export} path="/api/reports" parameters=${{filter: `event:${event.id}`, all: 'true'}} name="event-${event.id}"/>`}>
        <ol class="records">${reports.map(report => html`<li key=${report.id}>
          <div class="line"><a href=${address(pathTo('articles', report.article), {event: report.id})}>${report.title || report.url}</a></div>
          <${Words} sentence=${report.sentence} trigger=${report.trigger} start=${report.trigger_span[0] - report.sentence_span[0]}/>
          <div class="meta">${report.source && html`<span>${report.source}</span>`}${report.published && html`<span>${report.published}</span>`}
            <span>${report.type}${report.mode ? ` / ${report.mode}` : ''}</span><span>rule ${report.rule}</span><span>confidence ${report.confidence}</span><span><${Outside} url=${report.url}/></span></div></li>`)}</ol><//>
    </div>`;
}

const DETAILS = [['date', 'Day'], ['place', 'Place'], ['mode', 'Mode'], ['cameo', 'CAMEO'], ['actor', 'Actor'], ['recipient', 'Recipient']];

/** The details that each report tells, those that differ from the event's marked: by a word too, for who sees no colour. */
function Telling({event, reports}) {
  const shown = DETAILS.filter(([detail]) => event[detail] || reports.some(report => report[detail]));
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Who tells what"><table class="data wide">
    <thead><tr><th>Published</th><th>By</th>${shown.map(([, name]) => html`<th>${name}</th>`)}<th class="num">Confidence</th></tr></thead>
    <tbody>${reports.map(report => html`<tr key=${report.id}><td class="date">${report.published || ''}</td>
      <td><a href=${address(pathTo('articles', report.article), {event: report.id})}>${report.source || 'unknown'}</a></td>
      ${shown.map(([detail]) => html`<td>${report[detail] && report[detail] !== event[detail] ? html`<span class="differs" title="differs from the event">≠ ${report[detail]}</span>` : report[detail] || html`<span class="faint">not told</span>`}</td>`)}
      <td class="num">${report.confidence}</td></tr>`)}</tbody></table></div>`;
}
