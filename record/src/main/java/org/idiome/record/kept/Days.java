package org.idiome.record.kept;

import java.time.LocalDate;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// The first and the last calendar day that some times touch.
final class Days {
  private @Nullable LocalDate first;
  private @Nullable LocalDate last;
  private @Nullable When seen;

  void see(When when) {
    if (when.equals(seen)) {
      return;
    }
    seen = when;
    take(when.firstDay());
    take(when.lastDay());
  }

  private void take(@Nullable LocalDate day) {
    if (day == null) {
      return;
    }
    first = first == null || day.isBefore(first) ? day : first;
    last = last == null || day.isAfter(last) ? day : last;
  }

  /// As ISO 8601 says it, or null.
  @Nullable String first() {
    return first == null ? null : first.toString();
  }

  /// As ISO 8601 says it, or null.
  @Nullable String last() {
    return last == null ? null : last.toString();
  }
}
