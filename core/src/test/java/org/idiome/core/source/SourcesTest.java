package org.idiome.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.idiome.core.canonical.Sha256;
import org.junit.jupiter.api.Test;

class SourcesTest {
  private static final Sha256 HASH = Sha256.of(new byte[0]);

  @Test
  void tellLinesFromPointersOfOneFile() {
    var sources = new Sources();
    int file = sources.open("phenopacket.json");
    var line = sources.line(file, 7);
    var pointer = sources.pointer(file, "/subject/id", 3);
    var again = sources.pointer(file, "/subject/id", 3);
    var next = sources.pointer(file, "/subject/sex", 4);
    assertThat(again).isEqualTo(pointer);
    assertThat(sources.locator(line)).isEqualTo(new Locator.Line(7));
    assertThat(sources.locator(pointer)).isEqualTo(new Locator.Pointer("/subject/id", 3));
    assertThat(sources.locator(next).text()).isEqualTo("4 /subject/sex");
    assertThat(line.compareTo(pointer)).isNegative();
    assertThat(pointer.compareTo(next)).isNegative();
  }

  @Test
  void knowAFileOnceItsLastByteWasRead() {
    var sources = new Sources();
    int file = sources.open("a.tsv");
    assertThat(sources.isClosed(file)).isFalse();
    assertThatThrownBy(() -> sources.file(file)).isInstanceOf(IllegalStateException.class);
    sources.close(file, HASH, 0);
    assertThat(sources.file(file)).isEqualTo(new SourceFile("a.tsv", HASH, 0));
    assertThat(sources.name(file)).isEqualTo("a.tsv");
    assertThat(sources.size()).isEqualTo(1);
  }

  @Test
  void refuseWhatIsNoPlace() {
    assertThatThrownBy(() -> new Locator.Line(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SourceFile(" ", HASH, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
