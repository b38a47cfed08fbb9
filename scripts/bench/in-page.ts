/*
 * Runs in the measured page, before its own code. Text, not functions: a bundler's helpers would not be there.
 * Times are milliseconds since the navigation began.
 */

/** Gives `window.benchMarks`: when each named selector first had an element, or one whose React code runs (`live`). */
export function markScript(
  marks: Readonly<Record<string, { readonly selector: string; readonly live: boolean }>>,
): string {
  return `(() => {
  const wanted = ${JSON.stringify(marks)};
  const marks = (window.benchMarks = {});
  const isLive = (element) => Object.keys(element).some((key) => key.startsWith('__reactProps'));
  const look = () => {
    for (const [name, { selector, live }] of Object.entries(wanted)) {
      const element = marks[name] === undefined ? document.querySelector(selector) : null;
      if (element && (!live || isLive(element))) marks[name] = performance.now();
    }
    if (Object.keys(marks).length < Object.keys(wanted).length) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
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
