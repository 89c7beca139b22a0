/** How the page of a review looks, beside what all pages have in common. */

export const STYLE = `
:root{--minus:#fdeceb;--plus:#e8f6ec}
@media (prefers-color-scheme:dark){:root{--minus:#38191b;--plus:#12301d}}
[data-tone=data-loss],[data-tone=orphan]{--tone:var(--red)}
[data-tone=immutable],[data-tone=stuck]{--tone:var(--violet)}
[data-tone=outage],[data-tone=nodes]{--tone:var(--orange)}
[data-tone=rollout]{--tone:var(--amber)}
[data-tone=exposure]{--tone:var(--blue)}
[data-tone=safe]{--tone:var(--green)}
main,header{max-width:1080px;margin:0 auto;padding:0 20px}
header{padding-top:28px}
.filters{position:sticky;top:0;z-index:1;background:var(--page);border-bottom:1px solid var(--line);padding:12px 0;margin-top:14px}
fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:8px}
legend{padding:0;margin-bottom:6px;color:var(--soft);font-size:13px}
.tile{display:inline-flex;align-items:center;gap:8px;border:1px solid var(--line);border-left:4px solid var(--tone);border-radius:6px;background:var(--card);padding:5px 10px 5px 8px;cursor:pointer}
.tile input{accent-color:var(--tone);margin:0}
.tile b{font-variant-numeric:tabular-nums}
.tile:has(input:not(:checked)){opacity:.55}
.search{display:flex;flex-wrap:wrap;gap:12px;align-items:end;margin-top:10px}
.search label{display:flex;flex-direction:column;font-size:13px;color:var(--soft);flex:0 1 280px}
article{background:var(--card);border:1px solid var(--line);border-left:5px solid var(--tone);border-radius:8px;margin:14px 0;padding:14px 18px}
.who{font-weight:600}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:10px;margin:10px 0}
.pair h3{font-size:12px;font-weight:600;color:var(--soft);margin:0 0 3px}
pre{margin:0;background:var(--code);border:1px solid var(--line);border-radius:6px;padding:8px 10px;overflow:auto;max-height:320px;white-space:pre-wrap;overflow-wrap:anywhere}
.before pre{background:var(--minus)}.after pre{background:var(--plus)}
.names{display:flex;flex-wrap:wrap;gap:6px;padding:8px 0 0;margin:0;list-style:none}
.names li{background:var(--code);border:1px solid var(--line);border-radius:4px;padding:0 7px}
.meant{border:1px dashed var(--line);border-radius:6px;padding:6px 10px;margin:8px 0}
ol{padding-left:22px;margin:8px 0}li pre{margin:4px 0}
.source{font-size:13px}
footer{max-width:1080px;margin:0 auto;padding:10px 20px 40px}
@media (max-width:700px){.pair{grid-template-columns:1fr}}
@media print{.filters{display:none}article{break-inside:avoid}}
`;
