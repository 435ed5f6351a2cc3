package org.idiome.record.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What somebody in a store may be called.
class PersonIdsTest {
  @Test
  void whatNobodyCanSeeOrTypeIsNoId() {
    for (var id :
        List.of(
            "",
            " ",
            "a ",
            "\u00a0a",
            "a\nb",
            "a\u0000b",
            "a\u001b[31m",
            "a\u202eb",
            "a\u200bb",
            "a\u2028b",
            "a\ud800",
            "\ue000",
            ".",
            "..",
            "person:a",
            "-x",
            "-",
            "--as",
            "x".repeat(201))) {
      assertThat(PersonIds.wrong(id)).as(id).isNotNull();
    }
    for (var id : List.of("a", "a-x", "a b", "PMID:1/2", "7#3", "\u00e9", "x".repeat(200), "...")) {
      assertThat(PersonIds.wrong(id)).as(id).isNull();
    }
  }

  /// Two spellings of one text are one person.
  @Test
  void idsAreComposed() {
    assertThat(PersonIds.normal("e\u0301")).isEqualTo("\u00e9");
  }
}
