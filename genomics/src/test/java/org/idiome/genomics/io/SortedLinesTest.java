package org.idiome.genomics.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import org.idiome.testkit.Cases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SortedLinesTest {
  private record Line(int contig, int position, String text) {}

  @Tag("slow")
  @Test
  void theOrderIsTheSameInMemoryAndBeyondIt() throws IOException {
    Cases.check(
        "lines come in the order of their places",
        made -> {
          var lines =
              made.list(
                  60, one -> new Line(one.between(0, 3), one.between(1, 9), one.text("abc", 12)));
          var expected = new ArrayList<>(lines);
          expected.sort(Comparator.comparingInt(Line::contig).thenComparingInt(Line::position));
          try (var sorted = new SortedLines(made.between(1, 4000))) {
            for (var line : lines) {
              sorted.add(
                  line.contig(), line.position(), line.text().getBytes(StandardCharsets.UTF_8));
            }
            var out = new ByteArrayOutputStream();
            sorted.writeTo(out);
            var text = new StringBuilder();
            expected.forEach(line -> text.append(line.text()).append('\n'));
            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(text.toString());
          }
        });
  }
}
