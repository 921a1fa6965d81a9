/*
 * Before the first paint: the theme, the panes and the height of the address, and whether this frame is isolated. What
 * depends on them is CSS, so nothing moves when the rest arrives. And the one way by which a frame moves the page around
 * it is closed, before any library can take it.
 */
export const embedStart = `(function () {
  var html = document.documentElement, asked = new URLSearchParams(location.search);
  var theme = asked.get('theme');
  if (theme === 'light' || theme === 'dark') html.dataset.theme = theme;
  else {
    // The reader's system has it, now and later; the page around may say otherwise.
    var dark = matchMedia('(prefers-color-scheme: dark)');
    var follow = function () { html.dataset.theme = dark.matches ? 'dark' : 'light'; };
    dark.addEventListener('change', follow);
    follow();
  }
  var panes = (asked.get('panes') || '').split(/[\\s,+]+/).filter(function (pane) {
    return /^(editor|terminal|timeline|python)$/.test(pane);
  });
  html.dataset.panes = panes.length > 0 ? panes.join(' ') : 'editor terminal';
  html.dataset.height = parseInt(asked.get('height'), 10) > 0 ? 'fixed' : 'auto';
  html.dataset.isolated = String(window.crossOriginIsolated === true);
  // Chromium lets a frame scroll the page around it by this, whichever site that is of.
  if (window.parent !== window) Element.prototype.scrollIntoView = function () {};
})()`;
