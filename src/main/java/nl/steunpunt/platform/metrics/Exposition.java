package nl.steunpunt.platform.metrics;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * All of it in Prometheus' text format, version 0.0.4
 * (prometheus.io/docs/instrumenting/exposition_formats).
 */
@Component
class Exposition {
  static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final Logger LOG = LoggerFactory.getLogger(Exposition.class);

  private final Counters counters;
  private final RequestTimes times;
  private final List<Gauge> gauges;

  Exposition(Counters counters, RequestTimes times, List<Gauge> gauges) {
    this.counters = counters;
    this.times = times;
    this.gauges = gauges.stream().sorted(Comparator.comparing(Gauge::name)).toList();
  }

  String text() {
    var text = new StringBuilder();
    gauges.forEach(gauge -> gauge(text, gauge));
    counters(text);
    requests(text);
    return text.toString();
  }

  /** One that cannot be read, as when the database is away, is left out: 0 would be a lie. */
  private static void gauge(StringBuilder text, Gauge gauge) {
    try {
      var now = gauge.value().getAsDouble();
      line(text, "# HELP %s %s", gauge.name(), gauge.help());
      line(text, "# TYPE %s gauge", gauge.name());
      line(text, "%s %s", gauge.name(), number(now));
    } catch (RuntimeException e) {
      LOG.debug("no {}: {}", gauge.name(), e.getMessage());
    }
  }

  private void counters(StringBuilder text) {
    var last = "";
    for (var count : counters.all().entrySet()) {
      var series = count.getKey();
      if (!series.name().equals(last)) {
        line(text, "# TYPE %s counter", series.name());
        last = series.name();
      }
      line(
          text,
          "%s{%s=\"%s\"} %d",
          series.name(),
          series.label(),
          series.value(),
          count.getValue().sum());
    }
  }

  private void requests(StringBuilder text) {
    var name = "steunpunt_http_request_seconds";
    line(text, "# HELP %s How long requests took, without event streams.", name);
    line(text, "# TYPE %s histogram", name);
    long sum = 0;
    for (var place = 0; place < RequestTimes.BOUNDS.length; place++) {
      sum += times.in(place);
      line(text, "%s_bucket{le=\"%s\"} %d", name, number(RequestTimes.BOUNDS[place]), sum);
    }
    sum += times.in(RequestTimes.BOUNDS.length);
    line(text, "%s_bucket{le=\"+Inf\"} %d", name, sum);
    line(text, "%s_sum %s", name, number(times.seconds()));
    line(text, "%s_count %d", name, sum);
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static void line(StringBuilder text, String line, Object... arguments) {
    text.append(String.format(Locale.ROOT, line, arguments)).append('\n');
  }
}
