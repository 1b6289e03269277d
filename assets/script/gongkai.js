/* Everything works without this file; it only spares a second click, a scroll bar and a lost text. */
;(function () {
  'use strict'

  // A form is sent once. The guard falls away when the page comes back from the history or after a while, so that a failed
  // sending can always be repeated.
  document.addEventListener('submit', function (event) {
    var form = event.target
    if (event.defaultPrevented || form.method !== 'post') return
    if (form.hasAttribute('data-sent')) {
      event.preventDefault()
      return
    }
    form.setAttribute('data-sent', '')
    setTimeout(function () {
      form.removeAttribute('data-sent')
    }, 4000)
  })

  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) {
      form.removeAttribute('data-sent')
    })
  })

  // A text grows with what is typed, by rows, because a strict content policy allows no inline style.
  function grow(area) {
    while (area.rows < 40 && area.scrollHeight > area.clientHeight + 4) area.rows += 1
  }

  document.querySelectorAll('textarea').forEach(function (area) {
    grow(area)
    area.addEventListener('input', function () {
      grow(area)
    })
  })

  // A desk form that holds words warns before they are left behind.
  document.querySelectorAll('form[data-keep]').forEach(function (form) {
    var changed = false
    form.addEventListener('input', function () {
      changed = true
    })
    form.addEventListener('submit', function () {
      changed = false
    })
    window.addEventListener('beforeunload', function (event) {
      if (!changed) return
      event.preventDefault()
      event.returnValue = form.getAttribute('data-keep')
    })
  })

  // The error summary takes the focus, so that a keyboard starts where the trouble is.
  var errors = document.querySelector('.govuk-error-summary')
  if (errors) {
    errors.setAttribute('tabindex', '-1')
    errors.focus()
  }
})()
