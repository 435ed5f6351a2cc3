package org.idiome.core.observation;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// A kind of data about a person.
public enum Layer {
  /// Signs and symptoms, present and excluded.
  PHENOTYPE,
  /// Diseases, diagnosed and ruled out.
  DIAGNOSIS,
  /// Relatives and what is known of them.
  FAMILY,
  /// What the person is or was exposed to.
  EXPOSURE,
  /// Drugs, procedures, radiation, regimens.
  THERAPY,
  /// Measurements in samples.
  LABORATORY,
  /// Measurements on the person.
  PHYSIOLOGY,
  /// Images and what was read from them.
  IMAGING,
  /// The germline genome.
  GENOME,
  /// The genome of a tumour, in tissue or plasma.
  TUMOUR,
  /// Expression of genes.
  TRANSCRIPTOME,
  /// Methylation and chromatin.
  EPIGENOME,
  /// Proteins.
  PROTEOME,
  /// Metabolites.
  METABOLOME,
  /// Organisms living on and in the person.
  MICROBIOME,
  /// What became of it: response, progression, adverse events, death.
  OUTCOME;

  /// The names of all, as somebody is told who named none of them.
  public static String codes() {
    return Arrays.stream(values()).map(Layer::code).collect(Collectors.joining(", "));
  }

  /// The name in lower case, as tables and JSON write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
