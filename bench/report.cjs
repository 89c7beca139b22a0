// Loaded before a measured program: at its end, says how much memory it had at most.
process.on('exit', () => {
  const mib = process.resourceUsage().maxRSS / 1024;
  require('node:fs').writeFileSync(process.env.BENCH_REPORT, JSON.stringify({ mib }));
});
