package io.eidolon.jobs;

import org.jspecify.annotations.Nullable;

/**
 * A picture of a job.
 *
 * @param index its place among the pictures of the job, from 0
 * @param seed its seed, null on a walk
 * @param label the name of its class, null when the model takes no label
 * @param prompt its words, null when it has none
 * @param data its encoded bytes
 */
record JobPicture(int index, @Nullable Long seed, @Nullable String label, @Nullable String prompt, byte[] data) {

}
