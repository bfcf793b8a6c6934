// Tells when articles come in while the page is open.
import {useEffect, useState} from 'preact/hooks';

/** How many articles have come in since the view was opened. */
export function useFresh() {
  const [fresh, set] = useState(0);
  useEffect(() => {
    const stream = new EventSource('/api/stream');
    stream.addEventListener('articles', event => set(before => before + JSON.parse(event.data).items.length));
    return () => stream.close();
  }, []);
  return fresh;
}
