# Run by cpack between installing and making the disk image: signs the bundle, for nobody when there is no identity.
file(GLOB_RECURSE bundles LIST_DIRECTORIES true "${CPACK_TEMPORARY_DIRECTORY}/*.app")
list(FILTER bundles EXCLUDE REGEX "\\.app/")
if(NOT bundles)
    message(FATAL_ERROR "There is no bundle to sign in ${CPACK_TEMPORARY_DIRECTORY}")
endif()
foreach(bundle IN LISTS bundles)
    execute_process(COMMAND ${CMAKE_CURRENT_LIST_DIR}/sign.sh bundle ${bundle} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
