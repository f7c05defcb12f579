// Times are by the desk's clock: whoever reads in another time zone is told their own, too.
document.querySelectorAll("time[data-desk]").forEach((one) => {
  const moment = new Date(one.dateTime);
  if (isNaN(moment)) return;
  const two = (number) => String(number).padStart(2, "0");
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  const hour = `${two(moment.getHours())}:${two(moment.getMinutes())}`;
  if (one.dataset.desk.startsWith(`${day} ${hour}`)) return;
  one.after(` (${one.dataset.desk.startsWith(day) ? "" : `${day} `}${hour} where you are)`);
});
