/** How every page looks, in the light and in the dark: colours by meaning, type, focus. */

export const BASE_STYLE = `
:root{color-scheme:light dark;--page:#f6f7f9;--card:#fff;--ink:#16191f;--soft:#5a6472;--line:#d9dee5;--code:#f0f2f5;--focus:#0b62d6;
--red:#b3121d;--violet:#7a2fa0;--orange:#a84300;--amber:#7a5b00;--blue:#0b5cad;--green:#1b6e38}
@media (prefers-color-scheme:dark){:root{--page:#0f1216;--card:#181c22;--ink:#e7eaee;--soft:#9aa5b3;--line:#2c333d;--code:#10141a;--focus:#78b0ff;
--red:#ff7b7e;--violet:#d5a3f2;--orange:#ffa866;--amber:#e6c35c;--blue:#7fb8ff;--green:#74d394}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
h1{font-size:24px;line-height:1.25;margin:0 0 4px}
h2{font-size:16px;line-height:1.4;margin:0;font-weight:600;overflow-wrap:anywhere}
p{margin:6px 0}
.soft{color:var(--soft)}
code,pre{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
code{overflow-wrap:anywhere}
.badge{display:inline-block;color:var(--tone);border:1px solid var(--tone);border-radius:999px;font-size:12px;font-weight:600;line-height:1;padding:4px 9px;margin-right:6px;white-space:nowrap}
input[type=search]{font:inherit;color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:6px;padding:6px 10px}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
details{margin-top:8px}summary{cursor:pointer;color:var(--soft)}
[hidden]{display:none!important}
`;
