package org.idiome.genomics.identity;

import java.util.List;
import java.util.Locale;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// What another person of the same store has in common with a person, and may be a mix-up; and what
/// their parents and children have.
///
/// It names nobody: the other may be erased, and what is said of the one stays.
public sealed interface Elsewhere extends Canonical {
  /// Of one sample or id, so many others are read. Where more have it nobody looked at the rest,
  /// and what rests on the sample waits until somebody settles it.
  int MOST_READ = 2_000;

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

  /// What is kept of somebody is damaged: that nobody else is found says nothing.
  record Damaged() implements Elsewhere {
    @Override
    public long batch() {
      return 0;
    }

    @Override
    public boolean isRead() {
      return false;
    }

    @Override
    public Json toJson() {
      return Json.object().put("damaged", true).end();
    }
  }

  /// Why no sample of a relative can be compared.
  enum OpenKin {
    /// Consent to the purpose `kin` of both is needed, and not given.
    NO_KIN_CONSENT,
    /// Several persons are called so.
    KIN_NOT_TOLD,
    /// What is kept of them, or of who may be one of them, is damaged.
    KIN_DAMAGED,
    /// No sample of theirs is there.
    NO_SAMPLE_OF_KIN;

    /// The name in lower case.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A parent or a child.
  sealed interface OfKin extends Elsewhere {
    /// What stands in the way; null where their samples can be compared.
    @Nullable OpenKin open();

    @Override
    default boolean isRead() {
      return open() == null;
    }
  }

  /// A parent whom the pedigree names.
  ///
  /// @param parent `father` or `mother`
  /// @param batch 0 where several are called so, or nobody is
  /// @param panels of their samples, as they came; empty where none can be compared
  record OfParent(String parent, long batch, @Nullable OpenKin open, List<String> panels)
      implements OfKin {
    /// Copies the list.
    public OfParent {
      panels = List.copyOf(panels);
    }

    /// One of whom no sample can be compared.
    public static OfParent open(String parent, long batch, OpenKin why) {
      return new OfParent(parent, batch, why, List.of());
    }

    /// One of whom nothing is known but that the pedigree names them.
    public static OfParent unknown(String parent) {
      return open(parent, 0, OpenKin.NO_SAMPLE_OF_KIN);
    }

    @Override
    public Json toJson() {
      return Json.object()
          .put("parent", parent)
          .put("batch", batch)
          .put("open", open == null ? "" : open.code())
          .put("panels", Json.strings(panels))
          .end();
    }
  }

  /// A child whose own pedigree names the person.
  ///
  /// @param parent what it names the person as: `father` or `mother`
  /// @param batch in which the child came
  /// @param panels of the child's samples, as they came
  /// @param beside of the samples of the other parent; empty where none can be compared
  record OfChild(
      String parent, long batch, @Nullable OpenKin open, List<String> panels, List<String> beside)
      implements OfKin {
    /// Copies the lists.
    public OfChild {
      panels = List.copyOf(panels);
      beside = List.copyOf(beside);
    }

    /// One of whom no sample can be compared.
    public static OfChild open(String parent, long batch, OpenKin why) {
      return new OfChild(parent, batch, why, List.of(), List.of());
    }

    @Override
    public Json toJson() {
      return Json.object()
          .put("child_of", parent)
          .put("batch", batch)
          .put("open", open == null ? "" : open.code())
          .put("panels", Json.strings(panels))
          .put("beside", Json.strings(beside))
          .end();
    }
  }
}
