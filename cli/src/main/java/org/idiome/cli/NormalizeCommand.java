package org.idiome.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.normalize.NormalizedAllele;
import org.idiome.genomics.normalize.NormalizedVcf;
import org.idiome.genomics.normalize.Normalizer;
import org.idiome.genomics.normalize.Note;
import org.idiome.genomics.vcf.VcfReader;
import org.idiome.report.words.Figures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `idiome normalize IN.vcf`: every allele in its normal form, with its identifiers.
@Command(
    name = "normalize",
    mixinStandardHelpOptions = true,
    header = "Alleles in normal form, with VRS, HGVS and SPDI.",
    description = {
      "Writes a variant file with one alternate a record, trimmed and, with a reference, moved to",
      "the left, and its GA4GH VRS identifier in INFO; or a table of the alleles.",
      "Without a reference insertions and deletions are only trimmed. HGVS and SPDI need a contig",
      "whose accession is known: by the build, or by its length in the reference."
    },
    footer = {
      "",
      "Exit codes: 0 done; 1 some records were refused or do not fit the reference; 2 the file was"
          + " refused,",
      "also where more than 1 %% of REF differ from the reference, or it has none of the contigs.",
      "",
      "Example: idiome normalize demo/lung-01/tumour-S1.vcf --tsv"
    })
final class NormalizeCommand implements Callable<Integer>, Faults.Asked {
  private static final List<String> COLUMNS =
      List.of(
          "contig",
          "position",
          "ref",
          "alt",
          "normal_position",
          "normal_ref",
          "normal_alt",
          "vrs_id",
          "note",
          "hgvs",
          "spdi");

  private final Shell shell;

  @Option(
      names = "--fasta",
      paramLabel = "FILE",
      description = "The reference, plain or compressed with bgzip.")
  private @Nullable Path fasta;

  @Option(names = "--without-identifiers", description = "The normal form alone: half the time.")
  private boolean isWithoutIdentifiers;

  @Option(names = "--tsv", description = "A table of the alleles instead of a variant file.")
  private boolean isTsv;

  @Mixin private final VariantInput variants = new VariantInput();
  @Mixin private final RegionOptions regions = new RegionOptions();
  @Mixin private final VariantOutput output = new VariantOutput();
  @Mixin private final CommonOptions common = new CommonOptions();

  private long alleles;
  private long moved;
  private long trimmed;
  private long withoutForm;

  NormalizeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public boolean isJsonWanted() {
    return false;
  }

  @Override
  public Integer call() {
    var problems = new Problems();
    output.write(
        shell,
        common,
        variants.file(),
        problems,
        (at, to) ->
            variants.read(
                at, fasta, common, regions, problems, opened -> normalize(opened, problems, to)));
    if (!common.quiet) {
      shell.say(
          Figures.count(alleles, "allele")
              + ", "
              + Figures.count(moved)
              + " written otherwise, "
              + Figures.count(trimmed)
              + " only trimmed, "
              + Figures.count(withoutForm)
              + " without normal form");
    }
    return problems.faults() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
  }

  private void normalize(VariantInput.Opened opened, Problems problems, OutputStream to)
      throws IOException {
    if (isTsv) {
      table(opened.reader(), opened.normalizer(), to);
      opened.normalizer().end().forEach(problems::add);
    } else {
      variants(opened.reader(), opened.normalizer(), to, problems);
    }
  }

  private void table(VcfReader reader, Normalizer normalizer, OutputStream to) throws IOException {
    to.write(Tables.tsv(COLUMNS, List.of()).getBytes(StandardCharsets.UTF_8));
    while (reader.next()) {
      if (reader.record().isReadable()) {
        for (var allele : normalizer.alleles()) {
          count(allele);
          to.write(Tables.line(row(allele)).getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    to.flush();
  }

  private void variants(VcfReader reader, Normalizer normalizer, OutputStream to, Problems problems)
      throws IOException {
    try (var written = new NormalizedVcf(reader, normalizer, !isWithoutIdentifiers, to)) {
      while (reader.next()) {
        if (reader.record().isReadable()) {
          written.add().forEach(this::count);
        }
      }
      normalizer.end().forEach(problems::add);
      if (written.end() > 0 && reader.isSorted()) {
        problems.add(Problem.of(ProblemCode.VCF_NOT_SORTED, Place.file(variants.name())));
      }
    }
  }

  private void count(NormalizedAllele allele) {
    alleles++;
    trimmed += allele.notes().contains(Note.NOT_ROLLED) ? 1 : 0;
    withoutForm += allele.normal() == null ? 1 : 0;
    moved += allele.isWrittenOtherwise() ? 1 : 0;
  }

  private List<String> row(NormalizedAllele allele) {
    var normal = allele.normal();
    var identifier = isWithoutIdentifiers ? null : allele.identifier();
    return List.of(
        allele.contig(),
        Integer.toString(allele.position1()),
        allele.reference(),
        allele.alternate(),
        normal == null ? "" : Integer.toString(normal.position1()),
        normal == null ? "" : normal.reference(),
        normal == null ? "" : normal.alternate(),
        Objects.requireNonNullElse(identifier, ""),
        String.join(",", allele.noteCodes()),
        Objects.requireNonNullElse(allele.hgvs(), ""),
        Objects.requireNonNullElse(allele.spdi(), ""));
  }
}
