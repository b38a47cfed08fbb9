/*
 * Runs in the page: notes when its code first answers, which is when React has taken over the search box. Asked at every
 * frame, because code that is fetched afterwards must not count.
 */
requestAnimationFrame(function look() {
  const box = document.querySelector('input');
  if (box && Object.keys(box).some((key) => key.startsWith('__reactProps')))
    window.usableAt = performance.now();
  else requestAnimationFrame(look);
});
