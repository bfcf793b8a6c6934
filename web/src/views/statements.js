import {html} from 'htm/preact';
import {address, plural, useAnswer} from '../base.js';
import {Answered, Card, Export, Facets, FilterBar, Pager, StatementList, useTitle} from '../parts.js';

const FACETS = ['speaker', 'country', 'kind', 'directness', 'medium', 'date', 'source'];

/** Who said what, by filter. */
export function Statements({parameters}) {
  useTitle('Statements');
  const {filter = '', all = '', offset = ''} = parameters;
  const answer = useAnswer(address('/api/statements', {filter, all, offset, limit: 30}));
  return html`<h1>Statements</h1>
    <${FilterBar} path="/statements" parameters=${parameters} placeholder='speaker:Kerry directness:direct content:"safe zone"'/>
    <div class="split">
      <${Facets} of="statements" order=${FACETS} path="/statements" parameters=${parameters}/>
      <${Answered} answer=${answer}>${page => html`<${Card} title=${plural(page.total, 'statement')} extra=${html`<${Export} path="/api/statements" parameters=${{filter, all}} name="statements"/>`}>
        <${StatementList} statements=${page.items}/><${Pager} page=${page} path="/statements" parameters=${parameters}/><//>`}<//>
    </div>`;
}
