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

  // Names and titles are suggested while somebody types in a search field: a list of the WAI-ARIA combobox pattern under the field,
  // where the arrow keys go up and down, Enter follows, Escape closes. Without this the same names stand on a page of their own.
  var wait = 200
  var searchFields = 0

  function suggestFor(input) {
    var id = 'suggestions-' + (searchFields += 1)
    var line = input.parentNode
    var list = document.createElement('ul')
    var said = document.createElement('div')
    var timer
    var asked = ''
    var chosen = -1
    list.id = id
    list.className = 'gk-suggest'
    list.hidden = true
    list.setAttribute('role', 'listbox')
    list.setAttribute('aria-label', input.getAttribute('data-suggest-label'))
    said.className = 'govuk-visually-hidden'
    said.setAttribute('role', 'status')
    line.appendChild(list)
    line.appendChild(said)
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-expanded', 'false')
    input.setAttribute('aria-controls', id)

    function close() {
      list.hidden = true
      chosen = -1
      input.setAttribute('aria-expanded', 'false')
      input.removeAttribute('aria-activedescendant')
    }

    function option(one, at) {
      var item = document.createElement('li')
      var kind = document.createElement('span')
      item.id = id + '-' + at
      item.className = 'gk-suggest__one'
      item.setAttribute('role', 'option')
      item.setAttribute('aria-selected', 'false')
      item.setAttribute('data-href', one.href)
      item.appendChild(document.createTextNode(one.text))
      kind.className = 'gk-suggest__kind'
      kind.textContent = ' ' + one.kind
      item.appendChild(kind)
      // The press must not take the focus from the field before the click has come.
      item.addEventListener('mousedown', function (event) {
        event.preventDefault()
      })
      item.addEventListener('click', function () {
        location.href = one.href
      })
      return item
    }

    function show(found) {
      while (list.firstChild) list.removeChild(list.firstChild)
      found.forEach(function (one, at) {
        list.appendChild(option(one, at))
      })
      close()
      list.hidden = found.length === 0
      input.setAttribute('aria-expanded', String(found.length > 0))
      said.textContent =
        found.length === 0 ? input.getAttribute('data-suggest-none') : input.getAttribute('data-suggest-count').replace('#', found.length)
    }

    function ask() {
      var words = input.value.trim()
      if (words === asked) return
      asked = words
      if (words === '') return close()
      var request = new XMLHttpRequest()
      request.open('GET', input.getAttribute('data-suggest') + '?q=' + encodeURIComponent(words))
      request.onload = function () {
        // An answer that comes after the next question was asked is no longer wanted.
        if (request.status !== 200 || words !== asked || document.activeElement !== input) return
        show(JSON.parse(request.responseText).suggestions)
      }
      request.send()
    }

    function choose(at) {
      var items = list.children
      if (items[chosen]) items[chosen].setAttribute('aria-selected', 'false')
      chosen = (at + items.length + 1) % (items.length + 1)
      if (chosen === items.length) {
        chosen = -1
        return input.removeAttribute('aria-activedescendant')
      }
      items[chosen].setAttribute('aria-selected', 'true')
      items[chosen].scrollIntoView({ block: 'nearest' })
      input.setAttribute('aria-activedescendant', items[chosen].id)
    }

    input.addEventListener('input', function (event) {
      if (event.isComposing) return
      clearTimeout(timer)
      timer = setTimeout(ask, wait)
    })
    input.addEventListener('compositionend', function () {
      clearTimeout(timer)
      timer = setTimeout(ask, wait)
    })
    input.addEventListener('keydown', function (event) {
      if (event.isComposing || list.hidden) return
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault()
        choose(event.key === 'ArrowDown' ? chosen + 1 : chosen < 0 ? list.children.length - 1 : chosen - 1)
      } else if (event.key === 'Escape') {
        event.preventDefault()
        close()
      } else if (event.key === 'Enter' && chosen >= 0) {
        event.preventDefault()
        location.href = list.children[chosen].getAttribute('data-href')
      }
    })
    input.addEventListener('blur', function () {
      asked = ''
      close()
    })
  }

  document.querySelectorAll('[data-suggest]').forEach(suggestFor)

  // The error summary takes the focus, so that a keyboard starts where the trouble is.
  var errors = document.querySelector('.govuk-error-summary')
  if (errors) {
    errors.setAttribute('tabindex', '-1')
    errors.focus()
  }
})()
