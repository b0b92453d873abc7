package io.eidolon.training;

/** What makes a resumed run another one. */
enum ResumeChange {

	/** Other pictures. */
	PICTURES,

	/** Other classes. */
	CLASSES,

	/** Another objective. */
	OBJECTIVE

}
