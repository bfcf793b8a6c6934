import {html} from 'htm/preact';
import {useEffect, useState} from 'preact/hooks';
import {address, go, plural, useAnswer} from '../base.js';
import {Answered, Card, Party, Type, useTitle, Words} from '../parts.js';

/** A text of one's own, read at once: what comes out, and every layer on the way. */
export function Read({parameters}) {
  useTitle('Try a text');
  const {text = '', date = ''} = parameters;
  const [typed, setTyped] = useState(text);
  const [day, setDay] = useState(date);
  useEffect(() => { setTyped(text); setDay(date); }, [text, date]);
  const answer = useAnswer(text && address('/api/explain', {text, date}));
  return html`<h1>Try a text</h1>
    <form class="card" onSubmit=${event => { event.preventDefault(); go(address('/read', {text: typed.trim(), date: day})); }}>
      <label for="text" class="faint small">A sentence or two of news, in English</label>
      <textarea id="text" rows="4" maxlength="4000" value=${typed} onInput=${event => setTyped(event.target.value)} placeholder="Iraq condemned Turkey's air strikes near Mosul on Monday."></textarea>
      <div class="filter"><label>Published <input type="date" class="field" value=${day} onInput=${event => setDay(event.target.value)}/></label><button class="button main" disabled=${!typed.trim()}>Read</button></div>
    </form>
    ${text && html`<${Answered} answer=${answer.waiting ? {} : answer}>${({story, explanation}) => html`<div class="grid">
      <${Card} width="w6" title=${plural(story.events.length, 'event')}><ol class="records">${story.events.map(event => html`<li>
        <div class="line"><${Type} event=${event}/><${Party} ...${event.actor} unknown="unknown actor"/>${event.recipient && html`<span class="arrow">→</span>`}<${Party} ...${event.recipient}/>
          ${event.modality.map(what => html`<span class="tag">${what}</span>`)}</div>
        <${Words} sentence=${event.evidence.sentence.text} trigger=${event.evidence.trigger.text} start=${event.evidence.trigger.start - event.evidence.sentence.start}/>
        <div class="meta"><span>CAMEO ${event.cameo}</span><span>rule ${event.evidence.rule}</span><span>confidence ${event.confidence}</span></div></li>`)}</ol><//>
      <${Card} width="w6" title=${plural(story.statements.length, 'statement')}><ol class="records">${story.statements.map(statement => html`<li>
        <div class="line"><${Party} ...${statement.speaker} unknown="unnamed speaker"/><span class="faint">${statement.cue.map(piece => piece.text).join(' … ')}</span></div>
        <p class="words quoted">${statement.content.map(piece => piece.text).join(' … ')}</p><div class="meta"><span>${statement.kind}</span><span>${statement.directness}</span><span>${statement.rule}</span></div></li>`)}</ol><//>
      <${Card} width="w12" title="Layer by layer"><pre tabindex="0">${explanation}</pre><//>
    </div>`}<//>`}`;
}
