/** A method that answers an object's `repr`, where that differs from its text: a proxy's text is its value. */
export const reprMethod = Symbol('repr');
