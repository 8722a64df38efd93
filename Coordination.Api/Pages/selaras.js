// Keeps a page of the present current: the stream says that the plan has changed, and the page is asked for again. Works in no one's
// way: not more often than every few seconds, not while the page is hidden, and not while something in it has the focus.
const main = document.querySelector('main[data-changes]')
if (main && window.EventSource) {
  const pause = 4000
  let stream, at, timer, isDue, last = 0
  const isBusy = () => main.contains(document.activeElement) && document.activeElement !== main

  const refresh = async () => {
    timer = 0
    if (document.hidden || isBusy()) return
    isDue = false
    last = Date.now()
    try {
      const answer = await fetch(location.href)
      if (!answer.ok || answer.redirected) return
      const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main')
      if (isBusy()) return void (isDue = true)
      const kept = [...main.querySelectorAll('.scroll, details')].map(one => [one.scrollLeft, one.open])
      main.replaceChildren(...next.childNodes)
      main.querySelectorAll('.scroll, details').forEach((one, n) => [one.scrollLeft, one.open] = kept[n] ?? [0])
    } catch { isDue = true }
  }
  const plan = () => { if (isDue && !timer) timer = setTimeout(refresh, Math.max(0, last + pause - Date.now())) }

  // A hidden page holds no connection, of which a browser has few; it goes on from where it was.
  const follow = () => {
    stream?.close()
    if (document.hidden) return
    stream = new EventSource(at ? main.dataset.changes.replace(/from=\d+/, 'from=' + at) : main.dataset.changes)
    stream.onmessage = told => { at = told.lastEventId; isDue = true; plan() }
    stream.onerror = () => { if (stream.readyState === 2) setTimeout(follow, 60000) }
    plan()
  }
  document.addEventListener('visibilitychange', follow)
  main.addEventListener('focusout', () => setTimeout(plan))
  follow()
}
