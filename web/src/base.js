// What every view stands on: addresses, questions to the server, and filters as text.
import {useEffect, useState} from 'preact/hooks';

/** The path and parameters shown; changes with go() and the browser's buttons. */
export function useAddress() {
  const [address, set] = useState(read);
  useEffect(() => {
    const moved = () => set(read());
    addEventListener('popstate', moved);
    return () => removeEventListener('popstate', moved);
  }, []);
  return address;
}

const read = () => ({path: decodePath(location.pathname), parameters: Object.fromEntries(new URLSearchParams(location.search))});

function decodePath(path) {
  return path.split('/').filter(Boolean).map(part => {
    try { return decodeURIComponent(part); } catch { return part; }
  });
}

export function go(to, {replace = false} = {}) {
  history[replace ? 'replaceState' : 'pushState'](null, '', to);
  dispatchEvent(new PopStateEvent('popstate'));
  if (!replace) scrollTo(0, 0);
}

/** Follows links inside the page without loading it again. */
export function followLinks(event) {
  const link = event.target.closest?.('a[href]');
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const href = link.getAttribute('href');
  if (!href.startsWith('/') || href.startsWith('/api/') || link.hasAttribute('download')) return;
  event.preventDefault();
  go(href);
}

/** An address of a path and parameters, those without a value left out. */
export function address(path, parameters = {}) {
  const kept = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const query = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
  return query ? `${path}?${query}` : path;
}

export const pathTo = (...parts) => '/' + parts.map(encodeURIComponent).join('/');

/** Asks the server; throws what it gives as reason. */
export async function ask(url, options) {
  const response = await fetch(url, {headers: {Accept: 'application/json'}, ...options});
  if (response.ok) return response.status === 204 ? null : response.json();
  const problem = await response.json().catch(() => ({}));
  throw new Error(problem.detail || `the server answered ${response.status}`);
}

/** The answer to a question: {value, problem, waiting}; an earlier value stays while a new one comes. */
export function useAnswer(url, again = 0) {
  const [state, set] = useState({waiting: true});
  useEffect(() => {
    if (!url) return undefined;
    const controller = new AbortController();
    set(before => ({...before, waiting: true}));
    ask(url, {signal: controller.signal})
      .then(value => set({value, waiting: false}))
      .catch(problem => { if (!controller.signal.aborted) set({problem, waiting: false}); });
    return () => controller.abort();
  }, [url, again]);
  return state;
}

/** A condition of a filter. */
export const term = (field, value) => `${field}:${/^[^\s"(),:-][^\s"(),]*$/.test(value) ? value : `"${String(value).replace(/[\\"]/g, '\\$&')}"`}`;

export const both = (...filters) => filters.filter(Boolean).map(filter => / or /.test(filter) ? `(${filter})` : filter).join(' ');

/** Whether a filter has a condition as one of its parts. */
export const has = (filter, part) => ` ${filter} `.includes(` ${part} `);

/** Adds a condition, or takes it away. */
export function toggled(filter, part) {
  return has(filter, part) ? ` ${filter} `.replace(` ${part} `, ' ').trim() : `${filter} ${part}`.trim();
}

/** Offsets of the server count code points, JavaScript's strings UTF-16 units: letters[i] is code point i. */
export const letters = text => Array.from(text);

/** An address of the web, or nothing: what a page calls its address may be anything. */
export const webAddress = url => /^https?:\/\//i.test(url || '') ? url : undefined;

export const QUADS = {1: 'verbal cooperation', 2: 'material cooperation', 3: 'verbal conflict', 4: 'material conflict'};
export const count = number => Number(number).toLocaleString('en');
export const plural = (number, one, many = one + 's') => `${count(number)} ${number === 1 ? one : many}`;

/** A period's length that gives a chart some 30 to 200 bars. */
export function stepFor(first, last) {
  const days = first && last ? (new Date(last) - new Date(first)) / 86_400_000 : 0;
  return days > 365 * 12 ? 'year' : days > 365 * 2 ? 'month' : days > 150 ? 'week' : 'day';
}
