// Draws every figure[data-chart] from the JSON beside it with ECharts (loaded before, as SVG).
// Data: {type: "bar" | "bar-across" | "line" | "pie", categories, series: [{name, data, tone}]}.

const { echarts } = window;

function look() {
  const styles = getComputedStyle(document.documentElement);
  const value = (name) => styles.getPropertyValue(name).trim();
  return {
    tones: {
      main: value("--red"),
      quiet: "#d8cec0",
      info: value("--blue"),
      success: value("--green"),
    },
    ink: value("--ink-2"),
    line: value("--line-strong"),
    font: getComputedStyle(document.body).fontFamily,
    size: 0.875 * parseFloat(styles.fontSize),
  };
}

function labelOf(tone, { tones, ink, size, font }, position) {
  const color = tone === "quiet" ? ink : tones[tone];
  return { show: true, position, color, fontSize: size, fontFamily: font };
}

function seriesOf(data, theme) {
  const spare = ["quiet", "main", "info", "success"];
  return data.series.map(({ name, data: values, tone }, index) => {
    const shade = theme.tones[tone] ? tone : spare[index % spare.length];
    const position = data.type === "bar-across" ? "right" : "top";
    return {
      name,
      data: values,
      type: data.type === "line" ? "line" : "bar",
      barMaxWidth: 24,
      barGap: "15%",
      symbolSize: 7,
      itemStyle: { color: theme.tones[shade], borderRadius: data.type === "line" ? 0 : 2 },
      lineStyle: { width: 2.5, color: theme.tones[shade] },
      label: labelOf(shade, theme, position),
      labelLayout: { hideOverlap: true },
    };
  });
}

function pieOf(data, theme) {
  const shades = [theme.tones.main, theme.tones.quiet, theme.tones.info, theme.tones.success];
  const values = data.series[0].data;
  return {
    type: "pie",
    radius: ["45%", "72%"],
    data: data.categories.map((name, index) => ({
      name,
      value: values[index],
      itemStyle: { color: shades[index % shades.length] },
    })),
    label: { color: theme.ink, fontSize: theme.size, fontFamily: theme.font, formatter: "{b} {c}" },
  };
}

function optionOf(data, label, theme) {
  const text = { color: theme.ink, fontSize: theme.size, fontFamily: theme.font };
  const option = {
    animation: false,
    textStyle: { fontFamily: theme.font },
    aria: { enabled: true, label: { description: label } },
  };
  if (data.type === "pie") return { ...option, series: [pieOf(data, theme)] };
  const across = data.type === "bar-across";
  const names = {
    type: "category",
    data: data.categories,
    inverse: across,
    axisLabel: { ...text, interval: 0, hideOverlap: false },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: theme.line } },
  };
  const values = { type: "value", show: false, min: 0 };
  return {
    ...option,
    grid: { left: 8, right: across ? 40 : 8, top: 40, bottom: 4, containLabel: true },
    legend:
      data.series.length > 1
        ? { right: 8, top: 0, icon: "rect", itemWidth: 12, itemHeight: 12, textStyle: text }
        : undefined,
    xAxis: across ? values : names,
    yAxis: across ? names : values,
    series: seriesOf(data, theme),
  };
}

// In letters of full width.
function lengthOf(name) {
  return [...name].reduce((sum, sign) => sum + (sign > "\u2e7f" ? 1 : 0.6), 0);
}

// Where the names do not fit side by side, the bars lie down.
function fitted(data, box, theme) {
  const room = box.clientWidth / Math.max(1, data.categories.length);
  const longest = Math.max(2.7, ...data.categories.map(lengthOf));
  const lying = data.type === "bar" && room < (longest + 0.5) * theme.size;
  const rows = lying || data.type === "bar-across";
  if (rows) {
    const row = theme.size * (data.series.length > 1 ? 3 : 2.2);
    box.style.height = `${Math.round(56 + row * data.categories.length)}px`;
  } else {
    box.style.height = "";
  }
  return lying ? { ...data, type: "bar-across" } : data;
}

// On paper the style sheet gives the picture another width.
function scale(box) {
  const svg = box.querySelector("svg");
  svg.setAttribute("viewBox", `0 0 ${box.clientWidth} ${box.clientHeight}`);
}

function draw(figure) {
  const box = figure.querySelector(".chart-box");
  const label = box.getAttribute("aria-label");
  const data = JSON.parse(document.getElementById(figure.dataset.chart).textContent);
  const theme = look();
  const paint = () => {
    const shown = fitted(data, box, theme);
    chart.resize();
    chart.setOption(optionOf(shown, label, theme), true);
    box.setAttribute("role", "img");
    box.setAttribute("aria-label", label);
    scale(box);
  };
  box.style.height = `${box.clientHeight}px`;
  const chart = echarts.init(box, null, { renderer: "svg" });
  paint();
  let waiting = 0;
  window.addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(paint, 150);
  });
}

if (echarts) document.querySelectorAll("figure[data-chart]").forEach(draw);
