package org.idiome.genomics.normalize;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.idiome.genomics.vcf.AlleleSplitter;
import org.idiome.genomics.vrs.AlleleIdentifiers;
import org.idiome.genomics.vrs.VrsAllele;
import org.jspecify.annotations.Nullable;

/// A record that waits to be written.
///
/// @param stretch of records on one contig, counted
/// @param order in which it came
/// @param same the reference allele in its place; null with `own` where there is no identifier
/// @param own the alternate
record NormalizedLine(
    int stretch,
    int position1,
    long order,
    AlleleSplitter.Line text,
    @Nullable VrsAllele same,
    @Nullable VrsAllele own) {

  /// Writes it with its end.
  void writeTo(OutputStream out, AlleleIdentifiers identifiers) throws IOException {
    if (own == null || same == null) {
      text.writeTo(out);
    } else {
      var field =
          NormalizedVcf.IDENTIFIERS + "=" + identifiers.of(same) + "," + identifiers.of(own);
      text.writeTo(out, field.getBytes(StandardCharsets.UTF_8));
    }
    out.write('\n');
  }
}
