/** How the page looks, in the light and in the dark. */

export const STYLE = `
:root{color-scheme:light dark;--page:#f6f7f9;--card:#fff;--ink:#16191f;--soft:#5a6472;--line:#d9dee5;--code:#f0f2f5;--minus:#fdeceb;--plus:#e8f6ec;--focus:#0b62d6;
--data-loss:#b3121d;--orphan:#b3121d;--immutable:#7a2fa0;--stuck:#7a2fa0;--outage:#a84300;--nodes:#a84300;--rollout:#7a5b00;--exposure:#0b5cad;--safe:#1b6e38}
@media (prefers-color-scheme:dark){:root{--page:#0f1216;--card:#181c22;--ink:#e7eaee;--soft:#9aa5b3;--line:#2c333d;--code:#10141a;--minus:#38191b;--plus:#12301d;--focus:#78b0ff;
--data-loss:#ff7b7e;--orphan:#ff7b7e;--immutable:#d5a3f2;--stuck:#d5a3f2;--outage:#ffa866;--nodes:#ffa866;--rollout:#e6c35c;--exposure:#7fb8ff;--safe:#74d394}}
[data-tone=data-loss]{--tone:var(--data-loss)}
[data-tone=orphan]{--tone:var(--orphan)}
[data-tone=immutable]{--tone:var(--immutable)}
[data-tone=stuck]{--tone:var(--stuck)}
[data-tone=outage]{--tone:var(--outage)}
[data-tone=nodes]{--tone:var(--nodes)}
[data-tone=rollout]{--tone:var(--rollout)}
[data-tone=exposure]{--tone:var(--exposure)}
[data-tone=safe]{--tone:var(--safe)}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
main,header{max-width:1080px;margin:0 auto;padding:0 20px}
header{padding-top:28px}
h1{font-size:24px;line-height:1.25;margin:0 0 4px}
h2{font-size:16px;line-height:1.4;margin:0;font-weight:600;overflow-wrap:anywhere}
p{margin:6px 0}
.soft{color:var(--soft)}
code,pre{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
code{overflow-wrap:anywhere}
.filters{position:sticky;top:0;z-index:1;background:var(--page);border-bottom:1px solid var(--line);padding:12px 0;margin-top:14px}
fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:8px}
legend{padding:0;margin-bottom:6px;color:var(--soft);font-size:13px}
.tile{display:inline-flex;align-items:center;gap:8px;border:1px solid var(--line);border-left:4px solid var(--tone);border-radius:6px;background:var(--card);padding:5px 10px 5px 8px;cursor:pointer}
.tile input{accent-color:var(--tone);margin:0}
.tile b{font-variant-numeric:tabular-nums}
.tile:has(input:not(:checked)){opacity:.55}
.search{display:flex;flex-wrap:wrap;gap:12px;align-items:end;margin-top:10px}
.search label{display:flex;flex-direction:column;font-size:13px;color:var(--soft);flex:0 1 280px}
input[type=search]{font:inherit;color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:6px;padding:6px 10px}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
article{background:var(--card);border:1px solid var(--line);border-left:5px solid var(--tone);border-radius:8px;margin:14px 0;padding:14px 18px}
.badge{display:inline-block;color:var(--tone);border:1px solid var(--tone);border-radius:999px;font-size:12px;font-weight:600;line-height:1;padding:4px 9px;margin-right:6px;white-space:nowrap}
.who{font-weight:600}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:10px;margin:10px 0}
.pair h3{font-size:12px;font-weight:600;color:var(--soft);margin:0 0 3px}
pre{margin:0;background:var(--code);border:1px solid var(--line);border-radius:6px;padding:8px 10px;overflow:auto;max-height:320px;white-space:pre-wrap;overflow-wrap:anywhere}
.before pre{background:var(--minus)}.after pre{background:var(--plus)}
details{margin-top:8px}summary{cursor:pointer;color:var(--soft)}
.names{display:flex;flex-wrap:wrap;gap:6px;padding:8px 0 0;margin:0;list-style:none}
.names li{background:var(--code);border:1px solid var(--line);border-radius:4px;padding:0 7px}
.meant{border:1px dashed var(--line);border-radius:6px;padding:6px 10px;margin:8px 0}
ol{padding-left:22px;margin:8px 0}li pre{margin:4px 0}
.source{font-size:13px}
footer{max-width:1080px;margin:0 auto;padding:10px 20px 40px}
[hidden]{display:none!important}
@media (max-width:700px){.pair{grid-template-columns:1fr}}
@media print{.filters{display:none}article{break-inside:avoid}}
`;
