// The page: which view an address shows.
import {render} from 'preact';
import {html} from 'htm/preact';
import {useEffect, useRef} from 'preact/hooks';
import {followLinks, useAddress} from './base.js';
import {Overview} from './views/overview.js';
import {Events, OneEvent} from './views/events.js';
import {Articles, OneArticle} from './views/articles.js';
import {Dyad} from './views/dyad.js';
import {Actors} from './views/actors.js';
import {Statements} from './views/statements.js';
import {Read} from './views/read.js';

const VIEWS = [
  {path: '', name: 'Overview', list: Overview},
  {path: 'events', name: 'Events', list: Events, one: OneEvent},
  {path: 'statements', name: 'Statements', list: Statements},
  {path: 'actors', name: 'Actors', list: Actors},
  {path: 'articles', name: 'Articles', list: Articles, one: OneArticle},
  {path: 'read', name: 'Try a text', list: Read},
];

function Page() {
  const {path, parameters} = useAddress();
  const [first = '', ...rest] = path;
  const main = useRef();
  const started = useRef(false);
  useEffect(() => {
    // A new view is announced by going to it, as a loaded page would be; not at the start, which is loaded.
    if (started.current) main.current.focus({preventScroll: true});
    started.current = true;
  }, [path.join('/')]);
  return html`<div onClick=${followLinks}>
    <a class="skip" href="#main">To the content</a>
    <header class="top"><div>
      <a class="brand" href="/" aria-label="Dragoman, overview"><img src="/icon.svg" alt=""/><span>Dragoman</span></a>
      <nav aria-label="Views">${VIEWS.map(view => html`<a href="/${view.path}" aria-current=${view.path === first || (view.path === 'actors' && first === 'dyads') ? 'page' : undefined}>${view.name}</a>`)}</nav>
    </div></header>
    <main id="main" tabindex="-1" ref=${main}><${View} first=${first} rest=${rest} parameters=${parameters}/></main>
    <footer>Coded by machine: check the words before you cite. <a href="/api/openapi.yaml">API</a> · <a href="/api/corrections/gold" download="gold.jsonl">corrections as a gold set</a></footer>
  </div>`;
}

function View({first, rest, parameters}) {
  if (first === 'dyads') return html`<${Dyad} key=${rest.join('>')} actor=${rest[0]} recipient=${rest[1]} parameters=${parameters}/>`;
  const view = VIEWS.find(({path}) => path === first);
  if (view?.one && rest.length) return html`<${view.one} key=${rest[0]} id=${rest[0]} parameters=${parameters}/>`;
  if (view) return html`<${view.list} parameters=${parameters}/>`;
  return html`<div class="problem">There is no such view. <a href="/">Overview</a></div>`;
}

render(html`<${Page}/>`, document.getElementById('page'));
