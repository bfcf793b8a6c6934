// Saying whether a record is right. Only who came with the token sees it.
import {html} from 'htm/preact';
import {useState} from 'preact/hooks';
import {ask, useAnswer} from './base.js';

const FIELDS = {
  report: [['type', 'Type'], ['cameo', 'CAMEO'], ['actor', 'Actor'], ['actor_country', 'Actor’s country'], ['actor_sector', 'Actor’s sector'],
    ['recipient', 'Recipient'], ['recipient_country', 'Recipient’s country'], ['recipient_sector', 'Recipient’s sector'], ['date', 'Day'], ['place', 'Place']],
  statement: [['speaker', 'Speaker'], ['country', 'Country'], ['sector', 'Sector'], ['kind', 'Kind'], ['date', 'Day']],
};
const SAID = {accept: 'Accepted', reject: 'Rejected', correct: 'Corrected'};

/** The corrections of an article, by record, and a way to ask for them again. */
export function useCorrections(article) {
  const [again, setAgain] = useState(0);
  const answer = useAnswer(`/api/corrections?article=${article}`, again);
  const session = useAnswer('/api/session');
  return {
    of: record => answer.value?.items.find(correction => correction.record === record.id),
    mayWrite: session.value?.mayWrite,
    refresh: () => setAgain(again + 1),
  };
}

const coded = (record, field) => field.endsWith('sector') ? record[`${field}s`]?.[0] || '' : record[field] || '';

export function Review({kind, record, corrections}) {
  const said = corrections.of(record);
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState('');
  const send = async (verdict, fields = {}, note = '') => {
    try {
      const by = localStorage.getItem('reviewer') || '';
      await ask('/api/corrections', {method: 'POST', headers: {'Content-Type': 'application/json'},
        body: JSON.stringify({kind, article: record.article, record: record.id, verdict, fields, by, note})});
      setOpen(false);
      setProblem('');
      corrections.refresh();
    } catch (refused) {
      setProblem(refused.message);
    }
  };
  const submit = event => {
    event.preventDefault();
    const given = new FormData(event.target);
    localStorage.setItem('reviewer', given.get('by'));
    const fields = Object.fromEntries(FIELDS[kind].map(([field]) => [field, given.get(field).trim()]).filter(([field, value]) => value !== coded(record, field)));
    if (Object.keys(fields).length) send('correct', fields, given.get('note'));
    else setProblem('Nothing is changed: accept it instead.');
  };
  return html`<div class="review">
    ${said && html`<div class="done" role="status">${SAID[said.verdict]}${said.by && ` by ${said.by}`}, ${said.made.slice(0, 10)}
      ${Object.entries(said.fields).map(([field, value]) => html`<div>${field}: ${value || 'none'}</div>`)}</div>`}
    ${corrections.mayWrite && html`
      <button class="button" onClick=${() => send('accept')}>Accept</button>
      <button class="button" onClick=${() => send('reject')}>Reject</button>
      <button class="button" aria-expanded=${open} onClick=${() => setOpen(!open)}>Correct</button>`}
    ${open && html`<form onSubmit=${submit}>
      ${FIELDS[kind].map(([field, name]) => html`<label key=${field}>${name}<input class="field" name=${field} value=${said?.fields[field] ?? coded(record, field)} maxlength="500"/></label>`)}
      <label>Your name<input class="field" name="by" value=${localStorage.getItem('reviewer') || ''} maxlength="100"/></label>
      <label>Note<input class="field" name="note" maxlength="500"/></label>
      <button class="button main wide">Keep the correction</button></form>`}
    ${problem && html`<div class="problem" role="alert">${problem}</div>`}
  </div>`;
}
