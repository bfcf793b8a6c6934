import {html} from 'htm/preact';
import {useFresh} from '../live.js';
import {address, count, plural, stepFor, useAnswer} from '../base.js';
import {Answered, Card, DyadTable, EventList, Export, FilterBar, useTitle} from '../parts.js';
import {Series, WorldMap} from '../charts.js';

/** What the archive, or the part of it that a filter means, is about. */
export function Overview({parameters}) {
  useTitle('');
  const fresh = useFresh();
  return html`${fresh > 0 && html`<p class="done" role="status">${plural(fresh, 'article')} came in. <button class="quiet" onClick=${() => location.reload()}>Show them</button></p>`}
    <${Answered} answer=${useAnswer('/api/archive')}>${({holdings: [holdings]}) => html`<${Shown} holdings=${holdings} parameters=${parameters}/>`}<//>`;
}

function Shown({holdings, parameters}) {
  const {filter = '', all = ''} = parameters;
  const step = parameters.by || stepFor(holdings.first, holdings.last);
  const series = useAnswer(address('/api/series', {by: step, filter, all}));
  const places = useAnswer(address('/api/places', {filter, all, limit: 150}));
  const dyads = useAnswer(address('/api/dyads', {filter, all, limit: 12}));
  const latest = useAnswer(address('/api/events', {filter, all, limit: 8}));
  const more = address('/events', {filter, all});
  return html`
    <h1>${filter ? 'What the filter finds' : 'The archive'}</h1>
    <dl class="stats">
      ${[['articles', 'articles'], ['publishers', 'sources'], ['events', 'events'], ['statements', 'statements']].map(([name, key]) => html`<div><dt>${name}</dt><dd>${count(holdings[key])}</dd></div>`)}
      ${holdings.first && html`<div><dt>published</dt><dd>${holdings.first} – ${holdings.last}</dd></div>`}
    </dl>
    <div class="grid">
      <div class="w12"><${FilterBar} path="/" parameters=${parameters}/></div>
      <${Card} width="w12" title="Events by ${step}" extra=${html`<span class="small dots">${['day', 'week', 'month', 'year'].map(by => html`<a href=${address('/', {...parameters, by})} aria-current=${by === step ? 'true' : undefined}>${by}</a> `)}
          <${Export} path="/api/series" parameters=${{by: step, filter, all}} name="events-by-${step}"/></span>`}>
        <${Answered} answer=${series}>${({items}) => html`<${Series} items=${items} step=${step}/>`}<//><//>
      <${Card} width="w7" title="Where" extra=${html`<${Export} path="/api/places" parameters=${{filter, all}} name="places"/>`}>
        <${Answered} answer=${places}>${({items}) => html`<${WorldMap} places=${items} parameters=${{filter, all}}/>`}<//><//>
      <${Card} width="w5" title="Pairs of countries" extra=${html`<${Export} path="/api/dyads" parameters=${{filter, all}} name="dyads"/>`}>
        <${Answered} answer=${dyads}>${({items}) => html`<${DyadTable} dyads=${items}/>`}<//><//>
      <${Card} width="w12" title="Latest events" extra=${html`<a class="small" href=${more}>all events</a>`}>
        <${Answered} answer=${latest}>${({items}) => html`<${EventList} events=${items}/>`}<//><//>
    </div>`;
}
