/// The alleles of a variant file in normal form, with the identifiers that are computed of it.
///
/// ```java
/// var normalizer = new Normalizer(reader, name, new FileContigs(reader, header), fasta, fastaName);
/// while (reader.next()) {
///   if (reader.record().isReadable()) {
///     normalizer.alleles().forEach(this::write);
///   }
/// }
/// normalizer.end().forEach(this::say);
/// ```
///
/// - What is not known for certain is a [Note], never a guess: without a reference nothing is
///   rolled; without a known sequence there is no identifier.
/// - Alleles and strands are never swapped to make REF fit.
@NullMarked
package org.idiome.genomics.normalize;

import org.jspecify.annotations.NullMarked;
