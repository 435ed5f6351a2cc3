package org.idiome.record.folder;

import java.util.Objects;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Presence;
import org.idiome.genomics.identity.Family;
import org.jspecify.annotations.Nullable;

/// Which samples of a variant file are those of the person's parents, as the packet says.
///
/// Only a parent whom the pedigree names as such and whose sample the packet names in that file: no
/// name of a sample is ever guessed.
public final class SampleFamilies {
  private SampleFamilies() {}

  /// The parents in a germline file, or null where none is named.
  public static @Nullable Family of(PersonRecord record, VariantFile file) {
    if (file.layer() != Layer.GENOME) {
      return null;
    }
    for (var person : record.pedigree()) {
      if (person.id().equals(record.individual().id())) {
        var father = sample(file, person.father());
        var mother = sample(file, person.mother());
        return father == null && mother == null
            ? null
            : new Family(father, mother, isSon(record, person.sex()));
      }
    }
    return null;
  }

  private static @Nullable String sample(VariantFile file, @Nullable String person) {
    return person == null ? null : file.identifiers().get(person);
  }

  /// Null where the packet does not say, or says two things.
  private static @Nullable Boolean isSon(PersonRecord record, @Nullable String ofPedigree) {
    @Nullable String stated = ofPedigree;
    for (var statement : record.statements(Layer.PHENOTYPE)) {
      if (isSex(statement)) {
        var sex = statement.concept().id();
        if (stated != null && !Objects.equals(stated, sex)) {
          return null;
        }
        stated = sex;
      }
    }
    if (stated == null) {
      return null;
    }
    return switch (stated) {
      case "male" -> Boolean.TRUE;
      case "female" -> Boolean.FALSE;
      default -> null;
    };
  }

  private static boolean isSex(Statement statement) {
    return statement.kind().equals("sex") && statement.presence() == Presence.Looked.PRESENT;
  }
}
