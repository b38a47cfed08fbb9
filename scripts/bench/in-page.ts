/*
 * Runs in the measured page, before its own code. Text, not functions: a bundler's helpers would not be there.
 * Times are milliseconds since the navigation began.
 */

/** How often the page looks for what is wanted, milliseconds. Not every frame: asking for frames makes a slow page slower. */
const LOOK_EVERY = 20;

/** Whether the code behind an element runs: React has put its own things on it. */
const IS_LIVE = `(element) => Object.keys(element).some((key) => key.startsWith('__reactProps'))`;

/** Name of the mark of the first text or picture. */
export const CONTENT = 'content';

/**
 * Calls `window.benchDone` with JSON when every wanted mark is set: when each selector first had an element, or one whose
 * React code runs (`live`). With nothing wanted, CONTENT is.
 */
export function markScript(
  wanted: Readonly<Record<string, { readonly selector: string; readonly live: boolean }>>,
): string {
  return `(() => {
  const wanted = Object.entries(${JSON.stringify(wanted)});
  const marks = {};
  const set = (name, at) => {
    if (marks[name] !== undefined) return;
    marks[name] = at;
    if (Object.keys(marks).length === (wanted.length || 1)) window.benchDone(JSON.stringify(marks));
  };
  const isLive = ${IS_LIVE};
  const look = () => {
    for (const [name, { selector, live }] of wanted) {
      const element = marks[name] === undefined ? document.querySelector(selector) : null;
      if (element && (!live || isLive(element))) set(name, performance.now());
    }
    if (wanted.some(([name]) => marks[name] === undefined)) setTimeout(look, ${LOOK_EVERY});
  };
  if (wanted.length > 0) return look();
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (name === 'first-contentful-paint') set('${CONTENT}', startTime);
  }).observe({ type: 'paint', buffered: true });
})();`;
}

/**
 * Gives `window.benchKeys`: for every key that changed a field, the time from the press to after the frame that shows it, and
 * `window.benchEvents`: the browser's own Event Timing for the same, in steps of 8 ms, only those of 16 ms and more.
 */
export const KEY_SCRIPT = `(() => {
  window.benchKeys = [];
  window.benchEvents = [];
  let pressed = 0;
  addEventListener('keydown', (event) => { pressed = event.timeStamp; }, true);
  addEventListener('input', () => {
    const since = pressed;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.benchKeys.push(performance.now() - since);
      channel.port2.postMessage(0);
    });
  });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (name === 'keydown' || name === 'keypress') window.benchEvents.push(duration);
  }).observe({ type: 'event', durationThreshold: 16 });
})();`;

/** Gives `window.benchTapped`: milliseconds from the next click to the first element of the selector, on another address, whose React code runs. */
export function tapScript(selector: string): string {
  return `window.benchTapped = new Promise((resolve) => {
  const from = location.pathname;
  addEventListener('click', ({ timeStamp }) => {
    const look = () => {
      const element = location.pathname === from ? null : document.querySelector(${JSON.stringify(selector)});
      if (element && (${IS_LIVE})(element)) resolve(performance.now() - timeStamp);
      else setTimeout(look, ${LOOK_EVERY});
    };
    look();
  }, { capture: true, once: true });
}), undefined`;
}
