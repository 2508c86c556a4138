// The pages work without this. It only adds what needs a script: copying, Enter in the box, a hint while one types.
(() => {
  'use strict';
  const french = document.documentElement.lang === 'fr';
  const words = french
    ? { copy: 'Copier', copied: 'Copié', verify: 'sera vérifié', search: 'sera recherché' }
    : { copy: 'Copy', copied: 'Copied', verify: 'will be verified', search: 'will be searched' };

  const select = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };

  for (const element of document.querySelectorAll('[data-copy]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = words.copy;
    const title = element.getAttribute('aria-label')
      || document.getElementById(element.getAttribute('aria-labelledby') || '')?.textContent;
    if (title) {
      button.setAttribute('aria-label', `${words.copy}: ${title}`);
    }
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(element.textContent);
      } catch {
        // Without the right to write, or over plain HTTP: what is selected can be copied by hand or the old way.
        select(element);
        document.execCommand('copy');
      }
      button.textContent = words.copied;
      setTimeout(() => { button.textContent = words.copy; }, 2000);
    });
    element.after(button);
  }

  for (const box of document.querySelectorAll('[data-box]')) {
    const form = box.form;
    const hint = document.createElement('p');
    hint.className = 'live';
    hint.setAttribute('aria-live', 'polite');
    form.append(hint);
    const tell = () => {
      const text = box.value.trim();
      const end = text.replace(/[.,;!?…]+$/, '');
      const count = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      const marked = end.length > 1 && '«“„"‹‘\''.includes(end[0]) && '»”“"›’\''.includes(end.at(-1));
      const chosen = form.elements.as.value;
      const verify = chosen === 'verify'
        || (chosen === 'auto' && ((marked && count >= 4) || count > 8 || form.elements.speaker.value.trim() !== ''));
      hint.textContent = text === '' ? '' : `→ ${verify ? words.verify : words.search}`;
    };
    form.addEventListener('input', tell);
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        form.requestSubmit();
      }
    });
  }

  // A mark in the text leads to its card when it is pointed at, and the card to all parts of its mark.
  for (const element of document.querySelectorAll('[data-record]')) {
    const parts = document.querySelectorAll(`[data-record="${CSS.escape(element.dataset.record)}"]`);
    const light = (on) => () => parts.forEach((part) => part.classList.toggle('lit', on));
    element.addEventListener('pointerenter', light(true));
    element.addEventListener('pointerleave', light(false));
    element.addEventListener('focusin', light(true));
    element.addEventListener('focusout', light(false));
  }
})();
