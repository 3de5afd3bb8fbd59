import { createHash } from 'node:crypto';

/** A text in both languages. */
interface Bilingual {
  readonly nl: string;
  readonly en: string;
}

/** Somebody whom everybody may be: there is no password. */
export interface ChoiceAccount {
  /** What the provider calls this account; letters, digits and hyphens. */
  readonly subject: string;
  readonly name: Bilingual;
  readonly explanation: Bilingual;
}

/** Something shown below the accounts. */
export interface ChoiceRemark {
  readonly title: Bilingual;
  readonly text: Bilingual;
  /** Shown as it is, to be copied. */
  readonly code: string;
}

/** A page of the embedded provider and what the browser may do with it. */
export interface ChoicePage {
  readonly html: string;
  readonly contentSecurityPolicy: string;
}

const STYLE = `
:root { color-scheme: light dark; --ink: #16282d; --paper: #f4f7f8; --card: #fff; --line: #b9c8cd; --mark: #0b5563; --mark-ink: #fff; --warn: #fff4d6; --warn-ink: #4a3500; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eff1; --paper: #10171a; --card: #192226; --line: #5d6f76; --mark: #7fd0de; --mark-ink: #083038; --warn: #3a2f10; --warn-ink: #ffe7a8; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; }
.mark { background: var(--warn); color: var(--warn-ink); border-radius: .5rem; padding: .75rem 1rem; margin: 0 0 1.25rem; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; }
button { width: 100%; min-height: 3rem; text-align: left; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; cursor: pointer; }
button:hover { border-color: var(--mark); }
button:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
button strong { display: block; }
button .go { color: var(--mark); text-decoration: underline; }
[lang=en] { opacity: 1; font-style: italic; }
section { margin-top: 2rem; }
h2 { font-size: 1.125rem; }
code { display: block; overflow-wrap: anywhere; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; }`;

/** Both languages, one below the other: who chooses an account has not told a language yet. */
function both(tag: 'span' | 'p', { nl, en }: Bilingual): string {
  return `<${tag}>${escaped(nl)}</${tag}><${tag} lang="en">${escaped(en)}</${tag}>`;
}

/** The page on which an account is chosen. @param action where the choice is sent to. */
export function choicePage(accounts: readonly ChoiceAccount[], remarks: readonly ChoiceRemark[], action: string): ChoicePage {
  const choices = accounts.map(
    ({ subject, name, explanation }) =>
      `<li><form method="post" action="${escaped(action)}"><input type="hidden" name="account" value="${escaped(subject)}"><button type="submit"><strong>${escaped(name.nl)} · <span lang="en">${escaped(name.en)}</span></strong>${both('span', { nl: `${explanation.nl} `, en: explanation.en })}</button></form></li>`,
  );
  const notes = remarks.map(({ title, text, code }) => `<section><h2>${escaped(title.nl)} · <span lang="en">${escaped(title.en)}</span></h2>${both('p', text)}<code tabindex="0">${escaped(code)}</code></section>`);
  return page(
    'Voorbeeldaccounts',
    `<h1>Kies een voorbeeldaccount · <span lang="en">Choose a demonstration account</span></h1>
<div class="mark" role="note">${both('span', { nl: 'Dit is een demonstratie: er is geen wachtwoord, en iedereen op deze computer kan elk account kiezen. ', en: 'This is a demonstration: there is no password, and anybody on this computer can choose any account.' })}</div>
<ul>${choices.join('')}</ul>${notes.join('')}`,
    "'none'",
  );
}

/** A page that sends its one form by itself. @param form as the provider made it, with the id `op.logoutForm`. */
export function signOutPage(form: string): ChoicePage {
  const script = "document.getElementById('op.logoutForm').submit()";
  return page(
    'Uitloggen',
    `<h1>Uitloggen · <span lang="en">Sign out</span></h1>${form}<button type="submit" form="op.logoutForm" name="logout" value="yes">Uitloggen · <span lang="en">Sign out</span></button>
<input type="hidden" form="op.logoutForm" name="logout" value="yes"><script>${script}</script>`,
    hashed(script),
  );
}

/** A page that says that something did not work, and leads back. */
export function faultPage(): ChoicePage {
  return page(
    'Inloggen is niet gelukt',
    `<h1>Inloggen is niet gelukt · <span lang="en">Signing in did not work</span></h1><p><a href="/">Begin opnieuw · <span lang="en">Start again</span></a></p>`,
    "'none'",
  );
}

function page(title: string, body: string, scripts: string): ChoicePage {
  return {
    html: `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title} · Rolvast</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`,
    contentSecurityPolicy: `default-src 'none'; style-src ${hashed(STYLE)}; script-src ${scripts}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  };
}

function hashed(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
