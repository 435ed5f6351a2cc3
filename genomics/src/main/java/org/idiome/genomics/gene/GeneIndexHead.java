package org.idiome.genomics.gene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.idiome.core.genome.GenomeBuild;

/// What a file of compiled genes says of itself.
///
/// @param source name of the file that it was made of
/// @param sha256 of that file
/// @param build of its places
/// @param transcripts how many it holds
/// @param faults how many lines and transcripts of the source could not be used
public record GeneIndexHead(
    String source, String sha256, GenomeBuild build, int transcripts, long faults) {

  /// Where the transcripts of a contig lie in the file.
  ///
  /// @param contig by the name of the assembly
  /// @param place of the arrays, behind which the records stand
  /// @param recordBytes how many bytes the records have
  record Section(String contig, int count, long place, int recordBytes) {}

  /// All that is said, and where everything lies.
  ///
  /// @param words place of the words that records share
  /// @param wordCount how many these are
  /// @param tags words of [TranscriptTag], in the order of their bits
  record Whole(
      GeneIndexHead head, long words, int wordCount, List<String> tags, List<Section> sections) {

    /// Lines of texts with tabs between; none of them has a tab or a line end.
    String text() {
      var lines = new ArrayList<String>();
      lines.add(
          String.join(
              "\t",
              head.source,
              head.sha256,
              head.build.code(),
              Integer.toString(head.transcripts),
              Long.toString(head.faults),
              Long.toString(words),
              Integer.toString(wordCount)));
      lines.add(String.join("\t", tags));
      for (var one : sections) {
        lines.add(
            String.join(
                "\t",
                one.contig,
                Integer.toString(one.count),
                Long.toString(one.place),
                Integer.toString(one.recordBytes)));
      }
      return String.join("\n", lines);
    }

    /// @throws IllegalArgumentException where it is none
    /// @throws IndexOutOfBoundsException where it is none
    static Whole of(String text) {
      var lines = text.split("\n", -1);
      var first = lines[0].split("\t", -1);
      var sections = new ArrayList<Section>();
      for (int i = 2; i < lines.length; i++) {
        var parts = lines[i].split("\t", -1);
        sections.add(
            new Section(
                parts[0],
                Integer.parseInt(parts[1]),
                Long.parseLong(parts[2]),
                Integer.parseInt(parts[3])));
      }
      var head =
          new GeneIndexHead(
              first[0],
              first[1],
              build(first[2]),
              Integer.parseInt(first[3]),
              Long.parseLong(first[4]));
      return new Whole(
          head,
          Long.parseLong(first[5]),
          Integer.parseInt(first[6]),
          List.of(lines[1].split("\t", -1)),
          sections);
    }

    private static GenomeBuild build(String code) {
      return Arrays.stream(GenomeBuild.values())
          .filter(build -> build.code().equals(code))
          .findFirst()
          .orElseThrow(IllegalArgumentException::new);
    }
  }
}
