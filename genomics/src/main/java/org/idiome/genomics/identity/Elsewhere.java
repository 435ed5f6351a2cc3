package org.idiome.genomics.identity;

import java.util.List;
import java.util.Locale;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// What another person of the same store has in common with a person, and may be a mix-up; and what
/// their parents have.
///
/// It names nobody: the other may be erased, and what is said of the one stays.
public sealed interface Elsewhere extends Canonical {
  /// Of one sample or id, so many others are read; more have in common what tells nobody apart.
  int MOST_READ = 10;

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

  /// A parent whom the pedigree names.
  ///
  /// @param parent `father` or `mother`
  /// @param batch 0 where several are called so, or nobody is
  /// @param open why no sample of theirs can be compared; null where one can
  /// @param panel of their sample; empty where none can be compared
  record OfParent(String parent, long batch, @Nullable Open open, String panel)
      implements Elsewhere {
    /// What stands in the way.
    public enum Open {
      /// Consent to the purpose `kin` of both is needed, and not given.
      NO_KIN_CONSENT,
      /// Several persons are called so.
      KIN_NOT_TOLD,
      /// No sample of theirs is there.
      NO_SAMPLE_OF_KIN;

      /// The name in lower case.
      public String code() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    /// One of whom nothing is known but that the pedigree names them.
    public static OfParent unknown(String parent) {
      return new OfParent(parent, 0, Open.NO_SAMPLE_OF_KIN, "");
    }

    @Override
    public boolean isRead() {
      return open == null;
    }

    /// The genotypes at the places of the panel; empty where there are none.
    public byte[] genotypes() {
      return Panel.genotypes(panel);
    }

    @Override
    public Json toJson() {
      return Json.object()
          .put("parent", parent)
          .put("batch", batch)
          .put("open", open == null ? "" : open.code())
          .put("panel", panel)
          .end();
    }
  }
}
