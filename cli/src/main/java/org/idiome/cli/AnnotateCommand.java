package org.idiome.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.annotate.AnnotatedAllele;
import org.idiome.genomics.annotate.AnnotatedRecord;
import org.idiome.genomics.annotate.Annotator;
import org.idiome.genomics.annotate.CsqField;
import org.idiome.genomics.annotate.GivenTally;
import org.idiome.genomics.annotate.PlacedRecord;
import org.idiome.genomics.annotate.RecordAnnotator;
import org.idiome.genomics.annotate.TableAnnotator;
import org.idiome.genomics.annotate.TableLines;
import org.idiome.genomics.consequence.Consequences;
import org.idiome.genomics.gene.GeneReader;
import org.idiome.genomics.io.ByteText;
import org.idiome.genomics.io.TextBehind;
import org.idiome.genomics.io.WrittenBehind;
import org.idiome.genomics.normalize.Normalizer;
import org.idiome.genomics.table.TableFields;
import org.idiome.genomics.vcf.VcfHeader;
import org.idiome.genomics.vcf.VcfReader;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Quoted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `idiome annotate IN.vcf`: what every allele does to every transcript.
@Command(
    name = "annotate",
    mixinStandardHelpOptions = true,
    header = "What alleles do to transcripts, joined by phase.",
    description = {
      "Writes the variant file with the consequences of every allele for every transcript in INFO",
      "(CSQ, its format is in the header); or a table of them.",
      "What surely stands on one copy of a sample is told together; what is not phased never is,",
      "and where it would matter both readings are given (docs/methods/consequences.md)."
    },
    footer = {
      "",
      "Exit codes: 0 done; 1 some records or genes were refused or do not fit; 2 a file was"
          + " refused.",
      "",
      "Example: idiome annotate in.vcf.gz --genes genes.gff3.gz --fasta reference.fa -o out.vcf.gz"
    })
final class AnnotateCommand implements Callable<Integer>, Faults.Asked {
  /// Samples that are named where none is called as asked.
  private static final int SAMPLES = 10;

  private final Shell shell;

  @Option(
      names = "--genes",
      paramLabel = "FILE",
      description = {
        "Genes: GFF3 or GTF of Ensembl, GENCODE or RefSeq, plain or compressed; or what 'idiome",
        "genes' made of one."
      })
  private @Nullable Path genes;

  @Option(
      names = "--table",
      paramLabel = "TABLE",
      description = "What is known of alleles, as 'idiome table' made it; also several times.")
  private List<Path> tables = new ArrayList<>();

  @Option(
      names = "--fasta",
      paramLabel = "FILE",
      required = true,
      description = "The reference, plain or compressed with bgzip.")
  private Path fasta = Path.of("");

  @Option(
      names = "--sample",
      paramLabel = "NAME",
      description = "Whose copies are told together (default: the only sample).")
  private @Nullable String sample;

  @Option(
      names = "--tsv",
      description = {
        "A table instead of a variant file: a row an allele and transcript, and columns of what",
        "each --table says of the allele."
      })
  private boolean isTsv;

  @Mixin private final VariantInput variants = new VariantInput();
  @Mixin private final RegionOptions regions = new RegionOptions();
  @Mixin private final VariantOutput output = new VariantOutput();
  @Mixin private final CommonOptions common = new CommonOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  private long alleles;
  private long told;
  private long joined;
  private long untold;
  private long known;
  private AnnotationTable table = new AnnotationTable(true, List.of());
  private GivenTally tally = new GivenTally();

  AnnotateCommand(Shell shell) {
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
    if (genes == null && tables.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "give --genes, or --table, or both");
    }
    var problems = new Problems();
    output.write(
        shell,
        common,
        variants.file(),
        problems,
        (at, to) ->
            variants.read(
                at, fasta, common, regions, problems, opened -> annotate(opened, problems, to)));
    if (!common.quiet && !tables.isEmpty()) {
      shell.say(Figures.count(known, "allele") + " in a table");
    }
    if (!common.quiet && genes != null) {
      shell.say(
          Figures.count(alleles, "allele")
              + ", "
              + Figures.count(told, "consequence")
              + ", "
              + Figures.count(joined)
              + " told with others of the same copy, "
              + Figures.count(untold, "allele")
              + " of which nothing can be told");
    }
    if (!common.quiet && !tally.isEmpty()) {
      shell.say(
          "Told before: "
              + Figures.count(tally.equal(), "consequence")
              + " the same, "
              + Figures.count(tally.different())
              + " otherwise (DIFFERS), "
              + Figures.count(tally.alone())
              + " of transcripts or alleles of which nothing is told here");
    }
    return problems.faults() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
  }

  private void annotate(VariantInput.Opened opened, Problems problems, OutputStream to)
      throws IOException {
    var reader = opened.reader();
    var normalizer = opened.normalizer();
    var contigs = opened.contigs();
    var reference = Objects.requireNonNull(opened.reference());
    var limits = common.bounds.variants();
    try (var open = new OpenTables(tables)) {
      var fields = new TableFields(open.tables(), reader, contigs);
      fields.requireBuild(contigs.detector().answer().build());
      table = new AnnotationTable(genes != null, fields.definitions().keySet());
      var given = genes;
      if (given == null) {
        var said =
            isTsv
                ? write(
                    reader,
                    normalizer,
                    new TableAnnotator(reader, normalizer, fields),
                    fields.definitions(),
                    to)
                : writeLines(reader, normalizer, fields, to);
        said.forEach(problems::add);
      } else {
        int place = sample(reader.header());
        if (place >= 0 && regions.isGiven() && !common.quiet) {
          shell.say(
              "Of the regions alone: a change is not told together with what stands beside them on"
                  + " its copy.");
        }
        var models = GeneReader.read(given, given.toString(), limits.file(), problems);
        models.requireBuild(contigs.detector().answer().build(), given.toString());
        var met = new Problems();
        var consequences = new Consequences(models, given.toString(), met);
        var annotator = new Annotator(reader, normalizer, reference, consequences, place, fields);
        for (var key : annotator.notCompared()) {
          problems.add(
              Problem.of(
                  ProblemCode.VCF_GIVEN_NOT_COMPARED, Place.file(variants.name()), "key", key));
        }
        write(reader, normalizer, annotator, annotator.definitions(), to).forEach(problems::add);
        problems.addAll(met);
        tally = annotator.tally();
        models.requireBuild(contigs.detector().answer().build(), given.toString());
      }
      fields.requireBuild(contigs.detector().answer().build());
      known = fields.found();
    }
  }

  /// Nothing is written before it is likely that the reference is the right one.
  ///
  /// @return what is to be said once every record was seen
  private List<Problem> write(
      VcfReader reader,
      Normalizer normalizer,
      RecordAnnotator annotator,
      SequencedMap<String, String> definitions,
      OutputStream to)
      throws IOException {
    var head = isTsv ? table.head() : reader.header().text(definitions);
    WrittenBehind.Form<AnnotatedRecord> form = isTsv ? table::addTo : new CsqField()::addTo;
    try (var out =
        new WrittenBehind<PlacedRecord>(
            to, (text, placed) -> put(text, annotator.tell(placed), form))) {
      var held = new ArrayList<PlacedRecord>();
      while (reader.next()) {
        if (reader.record().isReadable()) {
          held.add(annotator.place());
        }
        if (normalizer.isSettled()) {
          out.begin(head).addAll(held);
          held.clear();
        }
      }
      annotator.requireSense();
      var said = normalizer.end();
      out.begin(head).addAll(held);
      out.end(text -> put(text, annotator.end(), form));
      return said;
    }
  }

  /// As [#write], of records by tables alone, which take so little that they are told at once.
  private static List<Problem> writeLines(
      VcfReader reader, Normalizer normalizer, TableFields fields, OutputStream to)
      throws IOException {
    var lines = new TableLines(reader, normalizer, fields);
    var head = reader.header().text(fields.definitions());
    try (var out = new TextBehind(to)) {
      while (reader.next()) {
        if (reader.record().isReadable()) {
          lines.addTo(out.text());
        }
        if (normalizer.isSettled()) {
          out.begin(head).pass();
        }
      }
      var said = normalizer.end();
      out.begin(head).end();
      return said;
    }
  }

  /// Counts and writes; on the second thread, which alone counts.
  private void put(
      ByteText text, List<AnnotatedRecord> done, WrittenBehind.Form<AnnotatedRecord> form) {
    for (var record : done) {
      record.alleles().forEach(this::count);
      form.addTo(text, record);
    }
  }

  /// The place of the sample whose copies are told together; -1 for none.
  private int sample(VcfHeader header) {
    var samples = header.samples();
    if (sample != null) {
      int place = samples.indexOf(sample);
      if (place < 0) {
        throw new ParameterException(spec.commandLine(), noSample(samples));
      }
      return place;
    }
    if (samples.size() > 1 && !common.quiet) {
      shell.say("Several samples: each allele is told alone; --sample NAME joins those of one.");
    }
    return samples.size() == 1 ? 0 : -1;
  }

  private String noSample(List<String> samples) {
    var first = samples.stream().limit(SAMPLES).map(Quoted::text).toList();
    int rest = samples.size() - first.size();
    return "no sample is called '"
        + sample
        + "'; "
        + (first.isEmpty() ? "the file has none" : "there is " + String.join(", ", first))
        + (rest == 0 ? "" : " and " + Figures.count(rest) + " more");
  }

  private void count(AnnotatedAllele allele) {
    alleles++;
    told += allele.annotations().size();
    for (var one : allele.annotations()) {
      joined += one.joinedWith().isEmpty() ? 0 : 1;
    }
    untold += allele.annotations().isEmpty() && !allele.isIntergenic() ? 1 : 0;
  }
}
