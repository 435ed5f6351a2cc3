package org.idiome.genomics.identity;

import java.util.List;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.time.When;

/// What another person of the same store has in common with a person, and may be a mix-up.
///
/// It names nobody: the other may be erased, and what is said of the one stays.
public sealed interface Elsewhere extends Canonical {
  /// The batch in which it came to the other, by which they are found.
  long batch();

  /// Whether the other was read for it; not where they may not be, or too many have it in common.
  boolean isRead();

  /// A sample of the same name.
  ///
  /// @param file ordinal of the file of the person's own sample in the sources
  /// @param sample its name
  /// @param isSame whether both hold the same records; known without reading
  /// @param panel genotypes of the other as [SampleFacts#panel] has them; empty where there are
  ///   none
  record OfSample(int file, String sample, long batch, boolean isSame, boolean isRead, String panel)
      implements Elsewhere {
    /// The genotypes at the places of the panel; empty where there are none.
    public byte[] genotypes() {
      return Panel.genotypes(panel);
    }

    @Override
    public Json toJson() {
      return Json.object()
          .put("sample", sample)
          .put("batch", batch)
          .put("same", isSame)
          .put("read", isRead)
          .put("panel", panel)
          .end();
    }
  }

  /// The same id in an input.
  ///
  /// @param sexes codes that are stated of the other
  /// @param births of the other, as inputs say
  record OfSubject(
      String subject, long batch, boolean isRead, List<String> sexes, List<When> births)
      implements Elsewhere {
    /// Copies the lists.
    public OfSubject {
      sexes = List.copyOf(sexes);
      births = List.copyOf(births);
    }

    @Override
    public Json toJson() {
      return Json.object()
          .put("subject", subject)
          .put("batch", batch)
          .put("read", isRead)
          .put("sexes", Json.strings(sexes))
          .put("births", Json.strings(births.stream().map(When::text).toList()))
          .end();
    }
  }
}
