package org.idiome.genomics.io;

import java.io.Closeable;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// Inflates gzip members one after another and checks each: its CRC, its length, its end.
///
/// In BGZF every member must state its size and keep to it, and the last one must be the end block
/// of 28 bytes; of a block that does not nothing is handed out. Zero bytes after the last member
/// are padding; anything else there is damage.
final class Inflation implements Closeable {
  /// SAM specification, section 4.1.2.
  private static final int END_BLOCK_BYTES = 28;

  private final RawBytes raw;
  private final @Nullable BlockInflater blocks;
  private final @Nullable BlockCrew crew;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 sum = new CRC32();
  private boolean isInMember;
  private boolean atEnd;
  private long memberBytes;
  private int statedBytes;
  private boolean endsWithEndBlock;

  /// A block for which there was no room, as far as it was not handed out.
  private byte[] held = {};

  private int heldStart;
  private int heldEnd;

  /// @param blocks inflates whole blocks; null where the file has none
  /// @param crew inflates as many of them as it can before each is looked at here, or null
  Inflation(RawBytes raw, @Nullable BlockInflater blocks, @Nullable BlockCrew crew) {
    this.raw = raw;
    this.blocks = blocks;
    this.crew = crew;
  }

  /// Inflated bytes into `target`; -1 after the last member.
  int read(byte[] target, int offset, int length) throws IOException, DamagedException {
    if (heldStart < heldEnd) {
      return rest(target, offset, length);
    }
    while (!atEnd) {
      int usual = crew == null ? 0 : crew.read(raw, target, offset, length);
      if (usual > 0) {
        endsWithEndBlock = false;
        return usual;
      }
      if (!isInMember && !begin()) {
        atEnd = true;
        break;
      }
      int inflated =
          blocks == null ? piece(target, offset, length) : block(blocks, target, offset, length);
      if (inflated > 0) {
        return inflated;
      }
    }
    return -1;
  }

  private int rest(byte[] target, int offset, int length) {
    int part = Math.min(length, heldEnd - heldStart);
    System.arraycopy(held, heldStart, target, offset, part);
    heldStart += part;
    return part;
  }

  /// A piece of a member that may be of any length.
  private int piece(byte[] target, int offset, int length) throws IOException, DamagedException {
    int inflated = inflate(target, offset, length);
    if (inflater.finished()) {
      end(inflater.getBytesWritten());
    }
    return inflated;
  }

  /// The block that just began, or what of it there is room for. Of one that is not whole nothing
  /// is handed out.
  private int block(BlockInflater blocks, byte[] target, int offset, int length)
      throws IOException, DamagedException {
    int data = statedBytes - (int) memberBytes - BlockHead.TRAILER_BYTES;
    if (data <= 0 || !raw.require(data + BlockHead.TRAILER_BYTES)) {
      throw damaged();
    }
    int size = BlockHead.little(raw.buffer(), raw.start() + data + Integer.BYTES);
    if (size < 0 || size > BlockHead.LARGEST_BYTES) {
      throw damaged();
    }
    boolean isHeld = size > length;
    var to = isHeld ? held() : target;
    int at = isHeld ? 0 : offset;
    if (!blocks.inflate(raw.buffer(), raw.start(), data, to, at, size)) {
      throw damaged();
    }
    sum.update(to, at, size);
    raw.skip(data);
    memberBytes += data;
    end(size);
    if (!isHeld) {
      return size;
    }
    heldStart = 0;
    heldEnd = size;
    return rest(target, offset, length);
  }

  private byte[] held() {
    if (held.length == 0) {
      held = new byte[BlockHead.LARGEST_BYTES];
    }
    return held;
  }

  /// What is wrong with the block that just began.
  private DamagedException damaged() throws IOException, DamagedException {
    var lost = held();
    while (!inflater.finished()) {
      inflate(lost, 0, lost.length);
      if (inflater.getBytesWritten() > BlockHead.LARGEST_BYTES) {
        return new DamagedException("BGZF block size");
      }
    }
    end(inflater.getBytesWritten());
    // Two inflaters of which each says something else.
    return new DamagedException("deflate data");
  }

  private boolean begin() throws IOException, DamagedException {
    if (!raw.require(2) || !Member.isMagic(raw.buffer(), raw.start())) {
      checkPadding();
      if (blocks != null && !endsWithEndBlock) {
        throw DamagedException.cut("BGZF end block");
      }
      return false;
    }
    var member = Member.read(raw);
    if (blocks != null && member.blockBytes() == 0) {
      throw new DamagedException("BGZF block size");
    }
    memberBytes = member.headerBytes();
    statedBytes = member.blockBytes();
    inflater.reset();
    sum.reset();
    isInMember = true;
    return true;
  }

  private int inflate(byte[] target, int offset, int length) throws IOException, DamagedException {
    if (!raw.require(1)) {
      throw DamagedException.cut(blocks != null ? "BGZF block" : "gzip member");
    }
    int given = raw.available();
    inflater.setInput(raw.buffer(), raw.start(), given);
    try {
      int inflated = inflater.inflate(target, offset, length);
      int used = given - inflater.getRemaining();
      raw.skip(used);
      memberBytes += used;
      if (inflated == 0 && inflater.needsDictionary()) {
        throw new DamagedException("deflate dictionary");
      }
      sum.update(target, offset, inflated);
      return inflated;
    } catch (DataFormatException e) {
      throw new DamagedException("deflate data");
    }
  }

  private void end(long inflated) throws IOException, DamagedException {
    if (!raw.require(BlockHead.TRAILER_BYTES)) {
      throw DamagedException.cut("gzip trailer");
    }
    if (number() != (int) sum.getValue()) {
      throw new DamagedException("CRC");
    }
    if (number() != (int) inflated) {
      throw new DamagedException("length");
    }
    memberBytes += BlockHead.TRAILER_BYTES;
    if (blocks != null && (memberBytes != statedBytes || inflated > BlockHead.LARGEST_BYTES)) {
      throw new DamagedException("BGZF block size");
    }
    endsWithEndBlock = memberBytes == END_BLOCK_BYTES && inflated == 0;
    isInMember = false;
  }

  private int number() {
    int value = BlockHead.little(raw.buffer(), raw.start());
    raw.skip(Integer.BYTES);
    return value;
  }

  private void checkPadding() throws IOException, DamagedException {
    for (int next = raw.next(); next >= 0; next = raw.next()) {
      if (next != 0) {
        throw new DamagedException("bytes after the last gzip member");
      }
    }
  }

  @Override
  public void close() {
    inflater.end();
    if (blocks != null) {
      blocks.close();
    }
    if (crew != null) {
      crew.close();
    }
  }
}
