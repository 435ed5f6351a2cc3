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
/// of 28 bytes. Zero bytes after the last member are padding; anything else there is damage.
final class Inflation implements Closeable {
  /// SAM specification, section 4.1.2.
  private static final int END_BLOCK_BYTES = 28;

  private final RawBytes raw;
  private final boolean isBlocked;
  private final @Nullable Libdeflate blocks;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 sum = new CRC32();
  private boolean isInMember;
  private boolean atEnd;
  private long memberBytes;
  private int statedBytes;
  private boolean endsWithEndBlock;

  /// @param blocks inflates whole blocks, or null
  Inflation(RawBytes raw, boolean isBlocked, @Nullable Libdeflate blocks) {
    this.raw = raw;
    this.isBlocked = isBlocked;
    this.blocks = blocks;
  }

  /// Inflated bytes into `target`; -1 after the last member.
  int read(byte[] target, int offset, int length) throws IOException, DamagedException {
    while (!atEnd) {
      if (!isInMember && !begin()) {
        atEnd = true;
        break;
      }
      int whole = wholeBlock(target, offset, length);
      int inflated = whole < 0 ? inflate(target, offset, length) : whole;
      if (inflated > 0) {
        sum.update(target, offset, inflated);
      }
      if (whole >= 0 || inflater.finished()) {
        end(whole < 0 ? inflater.getBytesWritten() : whole);
      }
      if (inflated > 0) {
        return inflated;
      }
    }
    return -1;
  }

  private boolean begin() throws IOException, DamagedException {
    if (!raw.require(2) || !Member.isMagic(raw.buffer(), raw.start())) {
      checkPadding();
      if (isBlocked && !endsWithEndBlock) {
        throw DamagedException.cut("BGZF end block");
      }
      return false;
    }
    var member = Member.read(raw);
    if (isBlocked && member.blockBytes() == 0) {
      throw new DamagedException("BGZF block size");
    }
    memberBytes = member.headerBytes();
    statedBytes = member.blockBytes();
    inflater.reset();
    sum.reset();
    isInMember = true;
    return true;
  }

  /// All of the block that just began, where it fits; -1 where it is to be inflated piece by piece,
  /// also where it is damaged: the platform's inflater says how.
  private int wholeBlock(byte[] target, int offset, int length) throws IOException {
    int data = statedBytes - (int) memberBytes - BlockHead.TRAILER_BYTES;
    boolean isAtBegin = inflater.getBytesRead() == 0 && inflater.getBytesWritten() == 0;
    if (blocks == null || !isAtBegin || data <= 0 || !raw.require(data + BlockHead.TRAILER_BYTES)) {
      return -1;
    }
    int size = number(raw.start() + data + Integer.BYTES);
    if (size < 0
        || size > Math.min(length, BlockHead.LARGEST_BYTES)
        || !blocks.inflate(raw.buffer(), raw.start(), data, target, offset, size)) {
      return -1;
    }
    raw.skip(data);
    memberBytes += data;
    return size;
  }

  private int inflate(byte[] target, int offset, int length) throws IOException, DamagedException {
    if (!raw.require(1)) {
      throw DamagedException.cut(isBlocked ? "BGZF block" : "gzip member");
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
    if (isBlocked && (memberBytes != statedBytes || inflated > BlockHead.LARGEST_BYTES)) {
      throw new DamagedException("BGZF block size");
    }
    endsWithEndBlock = memberBytes == END_BLOCK_BYTES && inflated == 0;
    isInMember = false;
  }

  private int number() {
    int value = number(raw.start());
    raw.skip(Integer.BYTES);
    return value;
  }

  private int number(int at) {
    int value = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      value |= (raw.buffer()[at + i] & 0xff) << (8 * i);
    }
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
  }
}
