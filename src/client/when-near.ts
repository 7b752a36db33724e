/** Calls `act` once for each element, when the reader has come near to it. */
export function whenNear<Found extends Element>(elements: Iterable<Found>, act: (element: Found) => unknown): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        act(target as Found);
      }
    },
    { rootMargin: "500px 0px" }
  );
  for (const element of elements) observer.observe(element);
}
