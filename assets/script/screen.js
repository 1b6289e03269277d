/* A hall screen turns its pages without this file too; with it they change in place, the clock goes on, and a lost network is no blank. */
;(function () {
  'use strict'

  var seen = {}

  function screen() {
    return document.querySelector('.gk-screen')
  }

  function show(html, isFresh) {
    var fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('.gk-screen')
    if (!fresh) return
    if (!isFresh) fresh.querySelector('.gk-screen__offline').hidden = false
    screen().replaceWith(fresh)
  }

  function turn() {
    var address = screen().dataset.next
    fetch(address, { cache: 'no-store' })
      .then(function (answer) {
        if (!answer.ok) throw new Error(answer.status)
        return answer.text()
      })
      .then(function (html) {
        seen[address] = html
        show(html, true)
      })
      .catch(function () {
        // Pages that were seen go round; when this one never was, the present one stays and is tried again.
        if (seen[address]) show(seen[address], false)
        else screen().querySelector('.gk-screen__offline').hidden = false
      })
      .then(wait)
  }

  function wait() {
    setTimeout(turn, Number(screen().dataset.seconds) * 1000)
  }

  // The server's clock, carried on by this machine: halls have machines whose own clock is wrong.
  var ahead = Number(screen().dataset.now) - Date.now()
  var form = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  setInterval(function () {
    document.querySelector('.gk-screen__time').textContent = form.format(new Date(Date.now() + ahead))
  }, 1000)

  wait()
})()
