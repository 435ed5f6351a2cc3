/// Bytes in: a file recognised by its content and read within bounds.
///
/// [Input] opens a file or a stream, finds out whether it is plain, gzip or BGZF, and gives its
/// inflated bytes; each byte of the file is hashed as it passes. [LineReader] hands out lines as
/// slices of one buffer; [ByteDictionary] and [Ascii] read names and numbers from such slices.
///
/// ```java
/// try (var input = Input.open(path, "calls.vcf.gz", Limits.DEFAULT);
///     var lines = new LineReader(input)) {
///   while (lines.next()) {
///     parse(lines.buffer(), lines.start(), lines.end(), lines.number());
///   }
///   sources.close(file, input.finish(), input.sizeBytes());
/// }
/// ```
///
/// - Nothing is made per line: no string, no array.
/// - Damage ends the reading with a [BadInputException][org.idiome.core.problem.BadInputException]
///   of reach *file*, even after whole lines: what was handed out before must not be used.
/// - Absent on purpose: names and endings of files decide nothing here.
@NullMarked
package org.idiome.genomics.io;

import org.jspecify.annotations.NullMarked;
