package org.idiome.genomics.consequence;

import org.idiome.genomics.gene.CodingRegion;

/// What a messenger without changes is translated into.
///
/// @param strip what is read
/// @param protein of the coding region, a letter a residue, with its stop
/// @param hasStart whether it begins with a codon at which translation may begin
/// @param hasStop whether it ends with its stop
/// @param hasInnerStop whether a stop stands inside of it
record ReferenceReading(
    Messenger.Strip strip,
    String protein,
    boolean hasStart,
    boolean hasStop,
    boolean hasInnerStop) {

  static ReferenceReading of(Messenger.Strip strip, CodingRegion coding, GeneticCode code) {
    int skip = coding.skip();
    var protein =
        Protein.through(
            code,
            strip.text(),
            skip,
            strip.codingBases(),
            at -> coding.isSelenocysteine(coding.start() + at));
    int stop = protein.indexOf(GeneticCode.STOP);
    return new ReferenceReading(
        strip,
        protein,
        coding.isStartKnown() && strip.codingBases() >= 3 && code.isStart(strip.text(), 0),
        coding.isEndKnown()
            && (strip.codingBases() - skip) % 3 == 0
            && Protein.endsWithStop(protein),
        stop >= 0 && stop < protein.length() - 1);
  }
}
