import {html} from 'htm/preact';
import {useEffect, useMemo, useState} from 'preact/hooks';
import {address, go, letters, pathTo, plural, QUADS, useAnswer} from '../base.js';
import {Review, useCorrections} from '../review.js';
import {Answered, Card, Export, FilterBar, Outside, Pager, Party, signed, Type, useTitle} from '../parts.js';

/** Articles by filter. */
export function Articles({parameters}) {
  useTitle('Articles');
  const {filter = '', offset = ''} = parameters;
  const answer = useAnswer(address(filter ? '/api/search' : '/api/articles', {filter, offset, limit: 30}));
  return html`<h1>Articles</h1>
    <${FilterBar} path="/articles" parameters=${parameters} placeholder='"chemical weapons" source:GOV.UK date:2014..'/>
    <div class="grid"><${Answered} answer=${answer}>${page => html`<${Card} width="w12" title=${plural(page.total, 'article')} extra=${html`<${Export} path="/api/articles" parameters=${{filter}} name="articles"/>`}>
      <ol class="records">${page.items.map(article => html`<li key=${article.id || article.article}>
        <div class="line"><span class="date">${article.published || 'no day'}</span><a class="who" href=${pathTo('articles', article.id || article.article)}>${article.title || article.url}</a></div>
        ${article.passages?.map(passage => html`<${Passage} ...${passage}/>`)}
        <div class="meta">${article.source && html`<span>${article.source}</span>`}<span>${article.url}</span></div></li>`)}</ol>
      <${Pager} page=${page} path="/articles" parameters=${parameters}/><//>`}<//></div>`;
}

/** Where words that were searched for stand. */
function Passage({text, marks}) {
  const points = letters(text);
  let end = 0;
  return html`<p class="words">${marks.map(mark => {
    const before = points.slice(end, mark.start).join('');
    end = mark.end;
    return html`${before}<mark>${points.slice(mark.start, mark.end).join('')}</mark>`;
  })}${points.slice(end).join('')}</p>`;
}

/** An article with what was read in it: each record's words marked in the text, and why it was coded so. */
export function OneArticle({id, parameters}) {
  const answer = useAnswer(pathTo('api', 'articles', id));
  return html`<${Answered} answer=${answer}>${value => html`<${Read} ...${value} parameters=${parameters}/>`}<//>`;
}

function Read({article, reports, statements, entities, parameters}) {
  useTitle(article.title);
  const [tab, setTab] = useState(parameters.statement ? 'statements' : 'events');
  const path = pathTo('articles', article.id);
  const chosen = useMemo(() => ({
    event: reports.find(report => report.id === parameters.event),
    statement: statements.find(statement => statement.id === parameters.statement),
  }), [parameters.event, parameters.statement]);
  useEffect(() => {
    document.querySelector('.text .on, .text .chosen')?.scrollIntoView({block: 'center'});
  }, [chosen]);
  const corrections = useCorrections(article.id);
  const choose = what => go(address(path, what), {replace: true});
  const tabs = [['events', reports.length], ['statements', statements.length], ['names', entities.length]];
  return html`
    <div class="reading">
      <article class="card">
        <div class="meta">${article.source && html`<span>${article.source}</span>`}${article.published && html`<span>${article.published}</span>`}
          ${article.authors?.length > 0 && html`<span>${article.authors.join(', ')}</span>`}<span><${Outside} url=${article.url}/></span>
          <a href=${address('/articles', {filter: `story:${article.story}`})}>articles on the same story</a>
          <a href=${pathTo('api', 'articles', article.id)} download="article-${article.id}.json">JSON</a></div>
        <${Text} article=${article} reports=${reports} statements=${statements} chosen=${chosen} choose=${choose}/>
      </article>
      <aside class="card panel" aria-label="What was read">
        <div class="tabs" role="tablist">${tabs.map(([name, number]) => html`<button role="tab" id="tab-${name}" aria-selected=${tab === name} aria-controls="tabpanel" onClick=${() => setTab(name)}>${name} ${number}</button>`)}</div>
        <div role="tabpanel" id="tabpanel" aria-labelledby="tab-${tab}">
        ${tab === 'events' && (reports.length ? reports.map(report => html`<${Choice} key=${report.id} open=${chosen.event === report}
            onClick=${() => choose(chosen.event === report ? {} : {event: report.id})}
            label=${html`<${Type} event=${report}/> ${report.actor || report.actor_country || 'unknown'} ${(report.recipient || report.recipient_country) && html`<span class="arrow">→</span> ${report.recipient || report.recipient_country}`}
              ${report.modality.map(what => html` <span class="tag">${what}</span>`)}`}><${WhyEvent} report=${report}/><${Review} kind="report" record=${report} corrections=${corrections}/><//>`) : html`<p class="faint">No events.</p>`)}
        ${tab === 'statements' && (statements.length ? statements.map(statement => html`<${Choice} key=${statement.id} open=${chosen.statement === statement}
            onClick=${() => choose(chosen.statement === statement ? {} : {statement: statement.id})}
            label=${html`<strong>${statement.speaker || 'unnamed'}</strong> <span class="faint">${statement.cue}</span> ${statement.content.length > 90 ? statement.content.slice(0, 90) + '…' : statement.content}`}><${WhyStatement} statement=${statement}/><${Review} kind="statement" record=${statement} corrections=${corrections}/><//>`) : html`<p class="faint">No statements.</p>`)}
        ${tab === 'names' && html`<table class="data"><thead><tr><th>Name</th><th>Coded</th><th class="num">Times</th></tr></thead>
          <tbody>${entities.map(entity => html`<tr key=${entity.number}><td>${entity.name}<div class="meta">${entity.role || entity.type}</div></td>
            <td>${[entity.country, entity.sectors?.[0]].filter(Boolean).join(' ')}${entity.basis && entity.basis !== 'none' && html`<div class="meta">by ${entity.basis}</div>`}</td><td class="num">${entity.mentions}</td></tr>`)}</tbody></table>`}
        </div>
      </aside>
    </div>`;
}

const Choice = ({open, onClick, label, children}) => html`<div><button class="choice" aria-expanded=${open} onClick=${onClick}>${label}</button>${open && html`<div class="why">${children}</div>`}</div>`;

const BASES = {text: 'the text says so', table: 'a table of offices, parties and groups', user_table: 'your own table', memory: 'what the archive read before', none: ''};

const Coded = ({name, country, sectors, role, basis}) => html`<dd><${Party} name=${name} country=${country} sectors=${sectors} unknown="not stated"/>
  ${role && html`<div>${role}</div>`}${BASES[basis] && html`<div class="faint">code: ${BASES[basis]}</div>`}</dd>`;

function WhyEvent({report}) {
  return html`<dl>
    <dt>Act</dt><dd>“${report.trigger}”${report.nominal ? ', named by a noun' : ''}${report.headline ? ', in the headline' : ''}</dd>
    <dt>Coded as</dt><dd>${report.type}${report.mode && ` / ${report.mode}`}, CAMEO ${report.cameo}: ${QUADS[report.quad]}, Goldstein ${signed(report.goldstein)}</dd>
    <dt>By</dt><dd>rule ${report.rule}, confidence ${report.confidence}</dd>
    <dt>Actor</dt><${Coded} name=${report.actor} country=${report.actor_country} sectors=${report.actor_sectors} role=${report.actor_role} basis=${report.actor_basis}/>
    <dt>Recipient</dt><${Coded} name=${report.recipient} country=${report.recipient_country} sectors=${report.recipient_sectors} role=${report.recipient_role} basis=${report.recipient_basis}/>
    <dt>When</dt><dd>${report.date ? `${report.date}${report.date_first ? ', as the text tells' : ', the day of publication'}` : 'not told'}</dd>
    <dt>Where</dt><dd>${report.place ? [report.place, report.admin, report.place_country].filter(Boolean).join(', ') : 'not told'}</dd>
    ${report.contexts?.length > 0 && html`<dt>Context</dt><dd>${report.contexts.join(', ')}</dd>`}
    <dt>Fact?</dt><dd>${report.modality.length ? report.modality.join(', ') : 'reported as fact'}</dd></dl>
    <p class="small"><a href=${pathTo('events', report.event)}>The event and all its reports</a> · <a href=${address('/read', {text: report.sentence})}>Read the sentence again, layer by layer</a></p>`;
}

function WhyStatement({statement}) {
  return html`<dl>
    <dt>Speaker</dt><${Coded} name=${statement.speaker} country=${statement.country} sectors=${statement.sectors} role=${statement.role} basis=${statement.basis}/>
    <dt>Words</dt><dd>${statement.source ? `“${statement.source}” ` : ''}${statement.cue ? `“${statement.cue}”` : ''}</dd>
    ${statement.addressee && html`<dt>To</dt><${Coded} name=${statement.addressee} country=${statement.addressee_country} sectors=${statement.addressee_sectors} role=${statement.addressee_role} basis=${statement.addressee_basis}/>`}
    <dt>Kind</dt><dd>${[statement.kind, statement.directness, statement.polarity, statement.modality, statement.medium].filter(Boolean).join(', ')}</dd>
    <dt>By</dt><dd>${statement.rule}, confidence ${statement.confidence}</dd></dl>
    <p class="small"><a href=${address('/statements', {filter: `article:${statement.article}`})}>All statements of the article</a></p>`;
}

/** The text with its records marked. Marks overlap, so the text is cut at every start and end. */
function Text({article, reports, statements, chosen, choose}) {
  const points = useMemo(() => letters(article.text), [article]);
  const title = letters(article.title || '').length;
  const marks = [];
  const add = (spans, name, record) => {
    for (let i = 0; i + 1 < (spans || []).length; i += 2) marks.push({start: spans[i], end: spans[i + 1], name, record});
  };
  statements.forEach(statement => add(statement.content_spans, statement === chosen.statement ? 'said chosen' : chosen.event ? '' : 'said', {statement: statement.id}));
  if (chosen.statement) {
    add(chosen.statement.cue_spans, 'cue');
    add(chosen.statement.source_spans, 'actor');
  }
  reports.forEach(report => add(report.trigger_span, `act q${report.quad}${report === chosen.event ? ' on' : ''}`, {event: report.id}));
  if (chosen.event) {
    add(chosen.event.sentence_span, 'sentence');
    add(chosen.event.actor_span, 'actor');
    add(chosen.event.recipient_span, 'recipient');
  }
  const paragraphs = [];
  let start = 0;
  for (let i = 0; i <= points.length; i++) {
    if (i === points.length || points[i] === '\n') {
      if (i > start) paragraphs.push([start, i]);
      start = i + 1;
    }
  }
  return html`<div class="text">${paragraphs.map(([from, to], i) => i === 0 && to <= title
    ? html`<h1 class="title">${cut(from, to)}</h1>` : html`<p key=${from}>${cut(from, to)}</p>`)}</div>`;

  function cut(from, to) {
    const inside = marks.filter(mark => mark.start < to && mark.end > from);
    const edges = [...new Set([from, to, ...inside.flatMap(mark => [Math.max(from, mark.start), Math.min(to, mark.end)])])].sort((a, b) => a - b);
    return edges.slice(1).map((end, i) => {
      const over = inside.filter(mark => mark.start < end && mark.end > edges[i]);
      const words = points.slice(edges[i], end).join('');
      const names = over.map(mark => mark.name).join(' ').trim();
      const act = over.find(mark => mark.record?.event);
      if (!names) return words;
      return act
        ? html`<mark class=${names} title="Why it was coded so" onClick=${() => choose(act.record)}>${words}</mark>`
        : html`<span class=${names}>${words}</span>`;
    });
  }
}
