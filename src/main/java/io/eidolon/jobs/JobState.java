package io.eidolon.jobs;

/** How far a job has come. */
public enum JobState {

	/** Nothing of it has been begun. */
	WAITING,

	/** Its shards are being generated. */
	RUNNING,

	/** All of its shards and its manifest are there. */
	DONE,

	/** It could not be finished; its failure says why. */
	FAILED,

	/** A client has cancelled it, and its files are gone. */
	CANCELLED;

	/** Whether nothing more happens to it. */
	public boolean isFinal() {
		return this == DONE || this == FAILED || this == CANCELLED;
	}

}
