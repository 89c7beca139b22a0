// Loaded before a measured program: at its end, says what it cost.
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cost = { cpu: (userCPUTime + systemCPUTime) / 1e6, mib: maxRSS / 1024 };
  require('node:fs').writeFileSync(process.env.BENCH_REPORT, JSON.stringify(cost));
});
