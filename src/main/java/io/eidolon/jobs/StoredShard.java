package io.eidolon.jobs;

/**
 * A shard that is there.
 *
 * @param number its place among the shards of the job, from 0
 * @param file the name of its file
 * @param bytes the size of the file
 * @param sha256 the SHA-256 sum of the file, in hexadecimal
 */
public record StoredShard(int number, String file, long bytes, String sha256) {

}
